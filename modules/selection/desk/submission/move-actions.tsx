import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import type { Submission } from './findings.ts'
import { LateDialog } from './late-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

/** What can be done with the whole list now: hand in, withdraw; accept, give back, let in late. */
export const MoveActions = ({ submission }: { submission: Submission }) => {
  const { permissions, state } = submission
  return (
    <>
      <Button onClick={() => window.print()}>打印</Button>
      {permissions.fill && <SubmitAction submission={submission} />}
      {permissions.own && state === 'submitted' && <WithdrawAction submission={submission} />}
      {permissions.receive && <ReceiverActions submission={submission} />}
    </>
  )
}

const SubmitAction = ({ submission }: { submission: Submission }) => {
  const submit = useAction(submissionsApi.submit, { success: '已上报' })
  const count = submission.nominations.filter(({ state }) => state !== 'removed').length
  return (
    <ConfirmAction
      label={submission.state === 'returned' ? '重新上报' : '上报'}
      title={`上报${count}个推荐对象？`}
      confirmLabel="上报"
      button={{ type: 'primary' }}
      onConfirm={() => submit.run({ params: { id: submission.id } })}
    >
      上报前会再检查一遍。上级接收之前可以撤回。
      {submission.promised > 0 && `待补章${submission.promised}件，请按承诺日期补齐。`}
    </ConfirmAction>
  )
}

const WithdrawAction = ({ submission }: { submission: Submission }) => {
  const withdraw = useAction(submissionsApi.withdraw, { success: '已撤回，可以继续修改' })
  return (
    <ConfirmAction
      label="撤回"
      title="撤回本单位的上报？"
      onConfirm={() => withdraw.run({ params: { id: submission.id } })}
    >
      撤回后可以修改，改好须在截止前重新上报。
    </ConfirmAction>
  )
}

const ReceiverActions = ({ submission }: { submission: Submission }) => {
  const [dialog, setDialog] = useState<'return' | 'late'>()
  const accept = useAction(submissionsApi.accept, { success: '已接收' })
  const { state, permissions, asks } = submission
  const close = () => setDialog(undefined)
  return (
    <>
      {permissions.unlock && asks.lateAllowed && (state === 'open' || state === 'returned') && (
        <Button onClick={() => setDialog('late')}>开通补报</Button>
      )}
      {permissions.giveBack && (state === 'submitted' || state === 'accepted') && (
        <Button onClick={() => setDialog('return')}>退回修改</Button>
      )}
      {state === 'submitted' && (
        <ConfirmAction
          label="接收"
          title={`接收${submission.unitName}的上报？`}
          button={{ type: 'primary' }}
          onConfirm={() => accept.run({ params: { id: submission.id } })}
        >
          接收后该单位不能自行撤回；需要修改的，由您退回。
        </ConfirmAction>
      )}
      {dialog === 'return' && <ReturnDialog submission={submission} onClose={close} />}
      {dialog === 'late' && <LateDialog submission={submission} onClose={close} />}
    </>
  )
}
