import { Button } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'
import { BackingDialog } from './backing-dialog.tsx'
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
      {open && <BackingDialog projectId={projectId} data={data} onClose={() => setOpen(false)} />}
    </section>
  )
}

type BackingLineProps = { projectId: number; backing: Signatures['backings'][number]; mayTakeBack: boolean }

const BackingLine = ({ projectId, backing: { member, way, sheetKey, at }, mayTakeBack }: BackingLineProps) => {
  const take = useAction(signatureApi.takeBackBacking, { success: '已撤销' })
  return (
    <li>
      <strong>{member.name}</strong>
      <span>
        {memberKind(member)} · {way === 'paper' ? '纸质' : '当面签'} · {dayText(at)}
        {member.phone && ` · ${member.phone}`}
        {member.leftFen !== null && ` · ${allowanceText(member)}`}
      </span>
      {sheetKey && (
        <a href={`/api/files/${sheetKey}`} target="_blank" rel="noreferrer">
          看签名表
        </a>
      )}
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
