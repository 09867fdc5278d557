import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '#platform/http/shared/address.ts'
import { Answered, EmptyState, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import type { Vetting } from '../../../stages/vet/shared/api.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import { PaperMenu } from '../../papers/paper-menu.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { Departments } from './departments.tsx'
import { Letter } from './letter.tsx'
import { Matrix } from './matrix.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import './vet.css'

/** Which vetting: a stage of a campaign, at one unit's level where the unit is named. */
export type At = { params: { id: number; stage: string }; query: { submissionId?: number } }

/** 征求意见 as the asking unit sees it: departments with where they stand, names by departments, what to do next. */
export const VettingBoard = ({ at }: { at: At }) => {
  const vetting = useEndpoint(vetApi.getVetting, at)
  return <Answered of={vetting}>{data => <Board at={at} vetting={data} />}</Answered>
}

const Board = ({ at, vetting }: { at: At; vetting: Vetting }) => (
  <>
    <Sheet title="部门">
      <Summary vetting={vetting} />
      <Tools at={at} vetting={vetting} />
      <Departments vetting={vetting} />
    </Sheet>
    <Sheet title="意见">
      {vetting.names.length === 0 ? (
        <EmptyState title="还没有推荐对象" hint="填好名单后再征求意见。" />
      ) : (
        <Matrix vetting={vetting} />
      )}
    </Sheet>
  </>
)

const Summary = ({ vetting: { waiting, unasked, names, departments } }: { vetting: Vetting }) => {
  const asked = departments.filter(({ state }) => state !== 'unasked').length
  if (asked === 0) return <p>尚未征求意见，名单现有{names.length}个推荐对象。</p>
  return (
    <p className="num">
      {waiting > 0 ? `${waiting}个部门尚未回复` : '各部门均已回复'}
      {unasked > 0 && `；名单有变动，${unasked}个推荐对象还未征求意见，请补充征求`}。
    </p>
  )
}

const Tools = ({ at, vetting }: { at: At; vetting: Vetting }) => {
  const [open, setOpen] = useState<'ask' | 'paper' | 'letter'>()
  const close = () => setOpen(undefined)
  const { ask } = vetting.permissions
  const asked = vetting.departments.some(({ requestId }) => requestId !== null)
  const awaited = vetting.waiting > 0
  return (
    <div className="vet-tools">
      {vetting.names.length > 0 && <Button onClick={() => setOpen('letter')}>征求意见函</Button>}
      {vetting.sheets.length > 0 && (
        <PaperMenu
          label="征求意见汇总表"
          papers={vetting.sheets.map(({ key, name }) => ({
            key,
            name,
            address: format =>
              addressOf(vetApi.downloadSheet.path, { ...at.params, sheet: key }, { ...at.query, format }),
          }))}
        />
      )}
      {asked && (
        <Button icon={<DownloadOutlined />} href={addressOf(vetApi.exportMatrix.path, at.params, at.query)}>
          导出Excel
        </Button>
      )}
      {ask && awaited && <Remind at={at} />}
      {ask && awaited && <Button onClick={() => setOpen('paper')}>代录盖章表</Button>}
      {ask && (!asked || vetting.unasked > 0) && (
        <Button type="primary" onClick={() => setOpen('ask')}>
          {asked ? '补充征求' : '征求意见'}
        </Button>
      )}
      {open === 'letter' && <Letter vetting={vetting} onClose={close} />}
      {open === 'ask' && <AskDialog at={at} vetting={vetting} onClose={close} />}
      {open === 'paper' && <PaperDialog at={at} vetting={vetting} onClose={close} />}
    </div>
  )
}

const Remind = ({ at }: { at: At }) => {
  const { modal } = App.useApp()
  const remind = useAction(vetApi.remindDepartments, {
    onDone: ({ reminded, unreached }) => {
      modal.info({
        title: reminded.length > 0 ? `已提醒：${reminded.join('、')}` : '没有可以在线提醒的部门',
        content: unreached.length > 0 && `${unreached.join('、')}没有岗位或手机链接，请打电话或送纸质件。`,
      })
    },
  })
  return (
    <Button loading={remind.running} onClick={() => remind.run(at)}>
      提醒未回复的
    </Button>
  )
}
