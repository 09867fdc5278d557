import { Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { type Ink, inkSchema, signatureApi } from '../../shared/index.ts'
import { InkPad } from './ink-pad.tsx'
import { SheetPicture } from './sheet-picture.tsx'
import { allowanceText, memberKind } from './words.ts'

type Signatures = AnswerOf<typeof signatureApi.getSignatures>
type Member = Signatures['members'][number]
type Props = { projectId: number; data: Signatures; onClose: () => void }

const ways = { paper: '在签名表上签了', face: '现在当面签' } as const
type Way = keyof typeof ways

const optionText = (member: Member) => `${member.name}（${memberKind(member)}，${allowanceText(member)}）`

/** Photographs that were entered already: members and households sign on one paper. */
const knownSheets = ({ signatures, backings }: Signatures): string[] => [
  ...new Set([...signatures, ...backings].flatMap(({ sheetKey }) => (sheetKey ? [sheetKey] : []))),
]

/** Members sign with their allowance: several on a photographed sheet, or one here and now with a finger. */
export const BackingDialog = ({ projectId, data, onClose }: Props) => {
  const [way, setWay] = useState<Way>('paper')
  const [chosen, setChosen] = useState<number[]>([])
  const [ink, setInk] = useState<Ink>([])
  const [sheet, setSheet] = useState<Pick<StoredFile, 'key'>>()
  const save = useAction(signatureApi.addBackings, { success: '已登记', quiet: true, onDone: onClose })
  const face = way === 'face'
  const memberIds = face ? chosen.slice(0, 1) : chosen
  const signer = face && data.members.find(({ id }) => id === memberIds[0])
  const fault = face && ink.length > 0 ? inkSchema.safeParse(ink).error?.issues[0]?.message : undefined
  const ready = memberIds.length > 0 && (face ? ink.length > 0 && !fault : sheet !== undefined)
  const submit = () =>
    save.run({ params: { id: projectId }, body: { memberIds, ...(face ? { ink } : { sheetKey: sheet!.key }) } })
  return (
    <Modal
      open
      title="登记党员、代表签名"
      width={720}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={face ? '完成签名' : `登记${memberIds.length}名`}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={save.running}
      onOk={submit}
    >
      <Segmented<Way>
        className="backing-way"
        value={way}
        options={(Object.keys(ways) as Way[]).map(value => ({ value, label: ways[value] }))}
        onChange={setWay}
      />
      <Select
        mode="multiple"
        {...(face && { maxCount: 1 })}
        aria-label="签名的党员、代表"
        placeholder={face ? '选择一人' : '选择签名表上签了名的党员、代表'}
        style={{ width: '100%' }}
        value={memberIds}
        onChange={setChosen}
        optionFilterProp="label"
        options={data.members.map(member => ({ value: member.id, label: optionText(member) }))}
      />
      {face && signer && <InkPad key={signer.id} name={signer.name} onChange={setInk} />}
      {!face && <Sheets projectId={projectId} known={knownSheets(data)} sheet={sheet} onChange={setSheet} />}
      {fault && (
        <p className="signing-fault" role="alert">
          {fault}
        </p>
      )}
      {save.problem && <ProblemNotice problem={save.problem} onRetry={submit} />}
    </Modal>
  )
}

type Chosen = Pick<StoredFile, 'key'>
type SheetsProps = {
  projectId: number
  known: string[]
  sheet: Chosen | undefined
  onChange: (sheet: Chosen | undefined) => void
}

const Sheets = ({ projectId, known, sheet, onChange }: SheetsProps) => (
  <>
    {!sheet && known.length > 0 && (
      <div className="known-sheets">
        <p>选择签名所在的签名表，或者再拍一张：</p>
        {known.map((key, at) => (
          <button
            key={key}
            type="button"
            className="known-sheet"
            onClick={() => onChange({ key })}
            aria-label={`第${at + 1}张签名表`}
          >
            <img src={`/api/files/${key}?size=320`} alt="" />
          </button>
        ))}
      </div>
    )}
    <SheetPicture projectId={projectId} sheet={sheet} onChange={onChange} />
  </>
)
