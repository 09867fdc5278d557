import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ConfirmAction, dateWords, EmptyState, Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { type SelfRow, selfStates } from '../../self/shared/api.ts'
import { selfApi } from '../../shared/index.ts'
import './self.css'

export type PassTo = { submissionId: number; name: string }
type InboxProps = {
  rows: SelfRow[]
  /** At the organiser: the units it may be passed on to. A unit adopts instead. */
  passTo?: PassTo[]
}

/** What the public sent, one sheet each: who, why, how to reach the sender, and what to do with it. */
export const SelfInbox = ({ rows, passTo }: InboxProps) =>
  rows.length === 0 ? (
    <EmptyState title="还没有群众自荐、举荐" hint="公开网站上提交的，会出现在这里。" />
  ) : (
    rows.map(row => <One key={row.id} row={row} passTo={passTo} />)
  )

type OneProps = { row: SelfRow; passTo: PassTo[] | undefined }

const One = ({ row, passTo }: OneProps) => (
  <Sheet title={`${row.name}（${row.category}）`} extra={<SelfState row={row} />}>
    <dl className="self-facts">
      <Fact term="来源" words={row.byOther ? `${row.senderName}举荐` : '本人自荐'} />
      <Fact term="联系电话" words={row.senderPhone} />
      <Fact term="收到" words={dateWords(row.receivedAt)} />
      {row.answers.map(({ label, text }) => (
        <Fact key={label} term={label} words={text} />
      ))}
      <Fact term="推荐理由" words={row.reason} />
      {row.publicReason && <Fact term="未采纳的说明" words={row.publicReason} />}
    </dl>
    <Evidence files={row.files} />
    {row.state === 'received' && <Decide row={row} passTo={passTo} />}
    {row.nominationId !== null && <Link to={`/selection/nominations/${row.nominationId}`}>打开推荐表</Link>}
  </Sheet>
)

const SelfState = ({ row }: { row: SelfRow }) => (
  <StateTag tone={row.state === 'received' ? 'near' : 'done'}>{selfStates[row.state]}</StateTag>
)

const Fact = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
)

const Evidence = ({ files }: { files: SelfRow['files'] }) =>
  files.length === 0 ? null : (
    <ul className="self-files">
      {files.map(({ key, name }) => (
        <li key={key}>
          <a href={`/api/files/${key}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )

const Decide = ({ row, passTo }: OneProps) => {
  const decline = useAction(selfApi.decline, { success: '已记为未采纳' })
  return (
    <div className="self-actions">
      {passTo ? <Pass row={row} units={passTo} /> : <Adopt row={row} />}
      <ConfirmAction
        label="不采纳"
        title={`不采纳对${row.name}的推荐？`}
        confirmLabel="不采纳"
        reason={{ label: '说明（来件人凭回执号能看到）', maxLength: 200 }}
        onConfirm={reason => decline.run({ params: { id: row.id }, body: { reason } })}
      >
        不采纳后不能撤回。
      </ConfirmAction>
    </div>
  )
}

const Adopt = ({ row }: { row: SelfRow }) => {
  const navigate = useNavigate()
  const adopt = useAction(selfApi.adopt, {
    success: '已列为推荐对象，请补齐推荐表',
    onDone: ({ nominationId }) => navigate(`/selection/nominations/${nominationId}`),
  })
  return (
    <ConfirmAction
      label="列为推荐对象"
      title={`把${row.name}列为推荐对象？`}
      onConfirm={() => adopt.run({ params: { id: row.id } })}
      button={{ type: 'primary' }}
    >
      占用本单位名额。已填的内容会带入推荐表。
    </ConfirmAction>
  )
}

const Pass = ({ row, units }: { row: SelfRow; units: PassTo[] }) => {
  const [chosen, setChosen] = useState<number>()
  const pass = useAction(selfApi.pass, { success: '已转出' })
  return (
    <>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择推荐单位"
        aria-label="转给哪个推荐单位"
        style={{ width: 220 }}
        options={units.map(({ submissionId, name }) => ({ value: submissionId, label: name }))}
        onChange={setChosen}
      />
      <Button
        type="primary"
        disabled={chosen === undefined}
        loading={pass.running}
        onClick={() => chosen && pass.run({ params: { id: row.id }, body: { submissionId: chosen } })}
      >
        转给该单位
      </Button>
    </>
  )
}
