import { Button, Checkbox, Space, Steps } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmAction, dateWords, Sheet, useAction } from '#platform/ui/desk/index.ts'
import {
  approveNotice,
  issueNotice,
  type Notice,
  returnNotice,
  reviseNotice,
  sendNotice,
  withdrawNotice,
} from '../shared/notice-api.ts'
import type { NoticeState } from '../shared/states.ts'

type FlowPanelProps = {
  notice: Notice
  /** The checks found something that keeps it from review. */
  blocked: boolean
  /** Saves what is typed. @returns whether all is saved */
  beforeStep: () => Promise<boolean>
}

/** 拟稿—审核—签发: who did what, who is next, and the step that is this reader's. */
export const FlowPanel = ({ notice, blocked, beforeStep }: FlowPanelProps) => {
  const { permissions: may } = notice
  return (
    <Sheet title="拟稿—审核—签发">
      <Steps
        orientation="vertical"
        size="small"
        current={stepOf[notice.state]}
        items={[
          { title: '拟稿', content: who(notice.drafted) },
          { title: '审核（含保密审查）', content: who(notice.reviewed) },
          { title: '签发', content: who(notice.issued) },
        ]}
      />
      <p className="notice-next">{notice.next}</p>
      {may.send && (
        <SecrecyStep endpoint={sendNotice} notice={notice} label="送审" blocked={blocked} before={beforeStep} />
      )}
      {may.approve && (
        <SecrecyStep endpoint={approveNotice} notice={notice} label="审核通过" blocked={false} before={beforeStep} />
      )}
      <Space wrap>
        {may.issue && <IssueStep notice={notice} />}
        {may.return && <ReturnStep notice={notice} />}
        {may.revise && <ReviseStep notice={notice} />}
        {may.withdraw && <WithdrawStep notice={notice} />}
      </Space>
    </Sheet>
  )
}

const stepOf: Record<NoticeState, number> = {
  draft: 0,
  'in-review': 1,
  approved: 2,
  issued: 3,
  superseded: 3,
  withdrawn: 3,
}

const who = (step: { name: string; at: string } | null) => (step ? `${step.name}，${dateWords(step.at)}` : '')

type SecrecyStepProps = {
  endpoint: typeof sendNotice
  notice: Notice
  label: string
  blocked: boolean
  before: () => Promise<boolean>
}

/** A step that nobody takes without having looked for what must not be public. */
const SecrecyStep = ({ endpoint, notice, label, blocked, before }: SecrecyStepProps) => {
  const [checked, setChecked] = useState(false)
  const { run, running } = useAction(endpoint, { success: `已${label}` })
  const step = async () => {
    if (await before()) await run({ params: { id: notice.id }, body: { secrecyChecked: true } })
  }
  return (
    <div className="notice-step">
      <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
        已做保密审查：不含国家秘密、工作秘密，不含身份证号码、手机号码、住址等个人信息
      </Checkbox>
      <Button type="primary" disabled={!checked || blocked} loading={running} onClick={step}>
        {label}
      </Button>
    </div>
  )
}

const IssueStep = ({ notice }: { notice: Notice }) => {
  const { run } = useAction(issueNotice, { success: '已签发' })
  return (
    <ConfirmAction
      label="签发"
      title="签发后立即公开，内容不能再改"
      confirmLabel="签发"
      button={{ type: 'primary' }}
      onConfirm={() => run({ params: { id: notice.id }, body: {} })}
    >
      <p>
        《{notice.title}》将从今天起公开。{notice.period && `公示期到${notice.period.lastDay}24时。`}
      </p>
    </ConfirmAction>
  )
}

const ReturnStep = ({ notice }: { notice: Notice }) => {
  const { run } = useAction(returnNotice, { success: '已退回修改' })
  return (
    <ConfirmAction
      label="退回修改"
      title="退回给拟稿人修改"
      reason={{ label: '要改什么', required: true }}
      onConfirm={comment => run({ params: { id: notice.id }, body: { comment } })}
    />
  )
}

const ReviseStep = ({ notice }: { notice: Notice }) => {
  const navigate = useNavigate()
  const { run } = useAction(reviseNotice, { onDone: ({ id }) => navigate(`/notices/${id}`) })
  return (
    <ConfirmAction label="拟新版本" title="拟一个新版本" onConfirm={() => run({ params: { id: notice.id }, body: {} })}>
      <p>新版本签发后替代现在这一版。只删去名字的，其他人的公示期继续计算；改动其他内容的，公示期重新计算。</p>
    </ConfirmAction>
  )
}

const WithdrawStep = ({ notice }: { notice: Notice }) => {
  const { run } = useAction(withdrawNotice, { success: '已撤回' })
  return (
    <ConfirmAction
      label="撤回"
      title="从网站撤回"
      danger
      reason={{ label: '撤回原因', required: true, hint: '原因只在工作台留存，不对外显示。' }}
      onConfirm={reason => run({ params: { id: notice.id }, body: { reason } })}
    />
  )
}
