import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { submissionWords } from '../words.ts'
import type { Submission } from './findings.ts'

/** 下级单位: whom this unit asked to recommend, how far they are, and asking one more. */
export const BelowSheet = ({ submission }: { submission: Submission }) => {
  const [inviting, setInviting] = useState(false)
  const { below, asks, permissions } = submission
  const invites = permissions.fill && asks.invitable.length > 0
  if (below.length === 0 && !invites) return null
  return (
    <Sheet title="下级单位推荐" extra={invites && <Button onClick={() => setInviting(true)}>请下级单位推荐</Button>}>
      {below.length === 0 && <p>可以请直接管理的下级单位先推荐，收到后由本单位审核、排序再上报。</p>}
      <ul className="promises num">
        {below.map(({ id, unitName, state, nominations }) => (
          <li key={id}>
            <Link to={`/selection/submissions/${id}`}>{unitName}</Link>
            <span>{state === 'open' ? '' : `${nominations}个推荐对象`}</span>
            <StateTag tone={submissionWords(state).tone}>
              {state === 'submitted' ? '已上报，待接收' : submissionWords(state).words}
            </StateTag>
          </li>
        ))}
      </ul>
      {inviting && <InviteDialog submission={submission} onClose={() => setInviting(false)} />}
    </Sheet>
  )
}

const InviteDialog = ({ submission, onClose }: { submission: Submission; onClose: () => void }) => {
  const [unitId, setUnitId] = useState<number>()
  const [dueOn, setDueOn] = useState('')
  const [quota, setQuota] = useState<Record<string, number>>(
    Object.fromEntries(submission.categories.map(({ key }) => [key, 1])),
  )
  const invite = useAction(submissionsApi.inviteUnit, { success: '已通知下级单位', onDone: onClose })
  const send = () =>
    unitId !== undefined &&
    invite.run({ params: { id: submission.id }, body: { unitId, quota, ...(dueOn && { dueOn }) } })
  return (
    <Modal
      open
      title="请下级单位推荐"
      okText="发出"
      okButtonProps={{ disabled: unitId === undefined }}
      confirmLoading={invite.running}
      onOk={send}
      onCancel={onClose}
    >
      <div className="notice-form">
        <Labelled label="单位">
          <Select
            showSearch
            optionFilterProp="label"
            value={unitId ?? null}
            placeholder="选择下级单位"
            options={submission.asks.invitable.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={value => setUnitId(value ?? undefined)}
          />
        </Labelled>
        <Labelled label="截止日期（不填与本单位相同）">
          <Input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
        </Labelled>
        {submission.categories.map(({ key, name }) => (
          <Labelled label={`${name}名额`} key={key}>
            <InputNumber
              min={0}
              value={quota[key] ?? 0}
              onChange={value => setQuota({ ...quota, [key]: value ?? 0 })}
            />
          </Labelled>
        ))}
      </div>
    </Modal>
  )
}
