import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { type Ink, inkSchema, signatureApi } from '../../shared/index.ts'
import { InkPad } from './ink-pad.tsx'
import { allowanceText, dayText, memberKind } from './words.ts'

type Signatures = AnswerOf<typeof signatureApi.getSignatures>

/** 党员、代表签名: those who stand by the project with their year's allowance. */
export const BackingPanel = ({ projectId, data }: { projectId: number; data: Signatures }) => {
  const [open, setOpen] = useState(false)
  const { backings, members, permissions } = data
  return (
    <section className="backings">
      <h3>
        党员、代表签名 <span className="num">{backings.length}名</span>
      </h3>
      <ul>
        {backings.map(backing => (
          <BackingLine key={backing.member.id} projectId={projectId} backing={backing} mayTakeBack={permissions.sign} />
        ))}
      </ul>
      {permissions.sign && members.length > 0 && <Button onClick={() => setOpen(true)}>登记党员、代表签名</Button>}
      {open && <BackingDialog projectId={projectId} members={members} onClose={() => setOpen(false)} />}
    </section>
  )
}

type BackingLineProps = { projectId: number; backing: Signatures['backings'][number]; mayTakeBack: boolean }

const BackingLine = ({ projectId, backing: { member, way, at }, mayTakeBack }: BackingLineProps) => {
  const take = useAction(signatureApi.takeBackBacking, { success: '已撤销' })
  return (
    <li>
      <strong>{member.name}</strong>
      <span>
        {memberKind(member)} · {way === 'paper' ? '纸质' : '当面签'} · {dayText(at)}
        {member.phone && ` · ${member.phone}`}
        {member.leftFen !== null && ` · ${allowanceText(member)}`}
      </span>
      {mayTakeBack && (
        <ConfirmAction
          label="撤销"
          title={`撤销${member.name}的签名？`}
          reason={{ label: '撤销原因', required: true, maxLength: 200 }}
          confirmLabel="撤销"
          onConfirm={reason => take.run({ params: { id: projectId, memberId: member.id }, body: { reason } })}
          button={{ size: 'small', type: 'link' }}
        />
      )}
    </li>
  )
}

const optionText = (member: Signatures['members'][number]) =>
  `${member.name}（${memberKind(member)}，${allowanceText(member)}）`

type BackingDialogProps = { projectId: number; members: Signatures['members']; onClose: () => void }

const BackingDialog = ({ projectId, members, onClose }: BackingDialogProps) => {
  const [chosen, setChosen] = useState<number[]>([])
  const [ink, setInk] = useState<Ink>([])
  const save = useAction(signatureApi.addBackings, { success: '已登记', onDone: onClose })
  const [only] = chosen.length === 1 ? members.filter(({ id }) => id === chosen[0]) : []
  const signed = only && ink.length > 0
  const fault = signed ? inkSchema.safeParse(ink).error?.issues[0]?.message : undefined
  return (
    <Modal
      open
      title="登记党员、代表签名"
      width={720}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={signed ? '完成签名' : `登记${chosen.length}名（纸质）`}
      okButtonProps={{ disabled: chosen.length === 0 || Boolean(fault) }}
      confirmLoading={save.running}
      onOk={() => save.run({ params: { id: projectId }, body: { memberIds: chosen, ...(signed && { ink }) } })}
    >
      <p>已在纸质签名表上签名的，可以一次选多人；只选一人时，也可以请本人在下面当面签名。</p>
      <Select
        mode="multiple"
        aria-label="签名的党员、代表"
        placeholder="选择党员、代表"
        style={{ width: '100%' }}
        value={chosen}
        onChange={setChosen}
        optionFilterProp="label"
        options={members.map(member => ({ value: member.id, label: optionText(member) }))}
      />
      {only && <InkPad key={only.id} name={only.name} onChange={setInk} />}
      {fault && (
        <p className="signing-fault" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  )
}
