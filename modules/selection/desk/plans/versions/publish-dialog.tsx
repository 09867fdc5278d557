import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { plansApi } from '../../../shared/index.ts'
import type { Rehearsed } from '../editor/use-rehearsal.ts'
import { Changes } from './changes.tsx'
import { Fingerprint } from './fingerprint.tsx'

type PublishDialogProps = {
  planId: number
  last: number | undefined
  rehearsed: Rehearsed
  plan: unknown
  /** Saves the draft; false where it could not be saved. */
  flush: () => Promise<boolean>
  onClose: () => void
}

/** Freezes the draft as the next version: remarks read one by one, the reason given. */
export const PublishDialog = ({ planId, last, rehearsed, plan, flush, onClose }: PublishDialogProps) => {
  const [reason, setReason] = useState(last ? '' : '首次发布')
  const [read, setRead] = useState<number[]>([])
  const { run, running } = useAction(plansApi.publishPlan, { success: '已发布', onDone: onClose })
  const remarks = rehearsed.rehearsal!.remarks.filter(({ weight }) => weight !== 'note')
  const publish = async () => {
    if (await flush()) await run({ params: { id: planId }, body: { reason: reason.trim(), hash: rehearsed.hash! } })
  }
  return (
    <Modal
      open
      width={640}
      title={last ? `发布第${last + 1}版` : '发布方案'}
      okText="发布"
      cancelText="先不发布"
      okButtonProps={{ disabled: reason.trim() === '' || read.length < remarks.length }}
      confirmLoading={running}
      onOk={publish}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>发布后这一版不能再改；需要调整时改草稿、写明理由，另发一版。已经启动的推选仍按原来的一版办理。</p>
      <Fingerprint hash={rehearsed.hash!} />
      {remarks.length > 0 && (
        <fieldset className="publish-remarks">
          <legend>发布前请逐条确认（{remarks.length}条）</legend>
          <Checkbox.Group value={read} onChange={setRead}>
            {remarks.map(({ message }, index) => (
              <Checkbox key={message} value={index}>
                {message}
              </Checkbox>
            ))}
          </Checkbox.Group>
        </fieldset>
      )}
      {last && (
        <details open>
          <summary>与第{last}版相比</summary>
          <Changes planId={planId} from={last} plan={plan} />
        </details>
      )}
      <label className="publish-reason" htmlFor="publish-reason">
        {last ? '修改理由' : '说明'}（必填）
        <Input.TextArea
          id="publish-reason"
          value={reason}
          maxLength={500}
          showCount
          autoSize={{ minRows: 2 }}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </Modal>
  )
}
