import { Button, Modal } from 'antd'
import { useState } from 'react'
import { newKey } from '#platform/ui/desk/index.ts'
import { type Ink, inkSchema } from '../../shared/index.ts'
import { HouseholdField, isNamed, noHousehold, refOf } from './household-field.tsx'
import { InkPad } from './ink-pad.tsx'
import type { WaitingSignature } from './kept.ts'

type FaceDialogProps = { projectId: number; title: string; onSigned: (signed: Signed) => void; onClose: () => void }
type Signed = Omit<WaitingSignature, 'by'>

/** 当面签: which household, then its signature; after one the next household may follow at the next door. */
export const FaceDialog = ({ projectId, title, onSigned, onClose }: FaceDialogProps) => {
  const [household, setHousehold] = useState(noHousehold)
  const [signing, setSigning] = useState(false)
  const [last, setLast] = useState<string>()
  const done = (ink: Ink) => {
    const { head } = household
    onSigned({
      ...{ projectId, head, ink, household: refOf(household) },
      ...{ deviceAt: new Date().toISOString(), key: newKey() },
    })
    setLast(head)
    setHousehold(noHousehold)
    setSigning(false)
  }
  return (
    <Modal
      open
      title="当面签名"
      footer={null}
      width={720}
      onCancel={onClose}
      mask={{ closable: false }}
      className="signing-dialog"
    >
      {signing ? (
        <Signing head={household.head} title={title} onDone={done} onBack={() => setSigning(false)} />
      ) : (
        <>
          {last && (
            <p role="status" className="signing-last">
              {last}户已签名。请填写下一户，或者关闭。
            </p>
          )}
          <HouseholdField projectId={projectId} value={household} onChange={setHousehold} />
          <div className="signing-acts">
            <Button type="primary" size="large" disabled={!isNamed(household)} onClick={() => setSigning(true)}>
              请户主签名
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

type SigningProps = { head: string; title: string; onDone: (ink: Ink) => void; onBack: () => void }

const Signing = ({ head, title, onDone, onBack }: SigningProps) => {
  const [ink, setInk] = useState<Ink>([])
  const fault = ink.length > 0 ? inkSchema.safeParse(ink).error?.issues[0]?.message : undefined
  return (
    <>
      <p className="signing-what">
        <strong>{head}</strong>户同意申报微实事项目“<strong>{title}</strong>”，请在框内签名。
      </p>
      <InkPad name={head} onChange={setInk} />
      {fault && (
        <p className="signing-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="signing-paper">不便手写的，请在纸质签名表上签名或按手印，由工作人员代录。</p>
      <div className="signing-acts">
        <Button size="large" onClick={onBack}>
          返回
        </Button>
        <Button type="primary" size="large" disabled={ink.length === 0 || Boolean(fault)} onClick={() => onDone(ink)}>
          完成签名
        </Button>
      </div>
    </>
  )
}
