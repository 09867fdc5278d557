import { Button, Input } from 'antd'
import { useState } from 'react'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { type signatureApi as Api, signatureApi } from '../../shared/index.ts'

/** What a household said; a denial strikes its signature out, so it is asked for twice. */
export const CallBackForm = ({ id, head, onDone }: { id: number; head: string; onDone: () => void }) => {
  const [note, setNote] = useState('')
  const enter = useAction(signatureApi.enterCallBack, { success: '已登记', onDone })
  const say = (outcome: Api.Outcome) => enter.run({ params: { id }, body: { outcome, note } })
  return (
    <div className="call-back-form">
      <Input
        aria-label={`${head}户的回访备注`}
        placeholder="备注（选填）"
        maxLength={200}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <Button type="primary" disabled={enter.running} onClick={() => say('confirmed')}>
        本人签名
      </Button>
      <Button disabled={enter.running} onClick={() => say('unreachable')}>
        未联系上
      </Button>
      <ConfirmAction
        label="否认签名"
        title={`${head}户否认签过名？`}
        confirmLabel="登记否认"
        danger
        onConfirm={() => say('denied')}
      >
        该户的签名将撤销，不能恢复；签名不足的，项目不能通过审核。
      </ConfirmAction>
    </div>
  )
}
