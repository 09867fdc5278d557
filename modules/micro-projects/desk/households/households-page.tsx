import { Button, Input } from 'antd'
import { useState } from 'react'
import { usePermission } from '#kernel/access/desk/index.tsx'
import { Answered, ConfirmAction, EmptyState, Page, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type householdApi as Api, householdApi, projectApi } from '../../shared/index.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import '../signatures/signatures.css'

/** 群众户: the list of the own village, on which each household stands once, and what is corrected in it. */
const HouseholdsPage = () => {
  const keeps = usePermission('village-staff')
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="群众户" meta="签过名或登记过的群众户。一户只登记一次，更正、合并和注销都留有记录。" narrow>
      <Answered of={start}>
        {({ villages }) =>
          keeps && villages[0] ? (
            <List villageId={villages[0].id} />
          ) : (
            <EmptyState title="群众户由村（社区）工作人员登记和更正" />
          )
        }
      </Answered>
    </Page>
  )
}

const List = ({ villageId }: { villageId: number }) => {
  const [words, setWords] = useState('')
  const [after, setAfter] = useState<number>()
  const input = { params: { id: villageId }, query: { words, after } }
  const list = useEndpoint(householdApi.listHouseholds, input, { keepPrevious: true })
  const search = (typed: string) => {
    setWords(typed.trim())
    setAfter(undefined)
  }
  return (
    <Answered of={list}>
      {({ rows, next, total }) => (
        <Sheet title={words ? `找到${total}户` : `共${total}户`}>
          <Input.Search allowClear placeholder="户主姓名、门牌号或手机号码" aria-label="查找群众户" onSearch={search} />
          {rows.length === 0 && <EmptyState title={words ? '没有找到' : '还没有登记'} />}
          <ul className="call-backs">
            {rows.map(row => (
              <Line key={row.id} row={row} villageId={villageId} />
            ))}
          </ul>
          <div className="signing-acts">
            {after !== undefined && <Button onClick={() => setAfter(undefined)}>回到开头</Button>}
            {next !== null && <Button onClick={() => setAfter(next)}>下一页</Button>}
          </div>
        </Sheet>
      )}
    </Answered>
  )
}

type LineProps = { row: Api.ListedHousehold; villageId: number }

const Line = ({ row, villageId }: LineProps) => {
  const [open, setOpen] = useState<'correct' | 'merge'>()
  const strikeOff = useAction(householdApi.strikeHousehold, { success: '已注销' })
  const close = () => setOpen(undefined)
  return (
    <li>
      <div>
        <strong>{row.head}</strong>
        <p className="num">
          {row.door} {row.phone ?? '未登记电话'}
        </p>
        <p className="num">有效签名{row.signatures}个</p>
      </div>
      <div className="signing-acts">
        <Button onClick={() => setOpen('correct')}>更正</Button>
        <Button onClick={() => setOpen('merge')}>合并</Button>
        <ConfirmAction
          label="注销"
          title={`注销${row.head}户？`}
          danger
          confirmLabel="注销"
          reason={{ label: '注销原因', required: true, hint: '例如：已迁出；登记有误', maxLength: 200 }}
          onConfirm={reason => strikeOff.run({ params: { id: row.id }, body: { reason } })}
        >
          注销后不能再签名；已提交项目的签名保留。再次登记同一户时会恢复。
        </ConfirmAction>
      </div>
      {open === 'correct' && <CorrectDialog row={row} onClose={close} />}
      {open === 'merge' && <MergeDialog row={row} villageId={villageId} onClose={close} />}
    </li>
  )
}

export default HouseholdsPage
