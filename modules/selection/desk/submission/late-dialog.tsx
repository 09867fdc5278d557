import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import type { Submission } from './findings.ts'

/** 开通补报: one unit may hand in after the deadline, until a set hour. */
export const LateDialog = ({ submission, onClose }: { submission: Submission; onClose: () => void }) => {
  const { today } = useSession()
  const [until, setUntil] = useState(`${Temporal.PlainDate.from(today).add({ days: 1 }).toString()}T18:00`)
  const unlock = useAction(submissionsApi.unlockLate, { success: '已开通补报', onDone: onClose })
  return (
    <Modal
      open
      title={`为${submission.unitName}开通补报`}
      okText="开通"
      okButtonProps={{ disabled: until === '' }}
      confirmLoading={unlock.running}
      onOk={() => unlock.run({ params: { id: submission.id }, body: { until: `${until}:00+08:00` } })}
      onCancel={onClose}
    >
      <div className="notice-form">
        <p>只对这一个单位开通，到时自动关闭，并留下记录。</p>
        <Labelled label="补报截止时间">
          <Input type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
        </Labelled>
      </div>
    </Modal>
  )
}
