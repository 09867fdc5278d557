import { Button, Checkbox, Input, Radio } from 'antd'
import {
  EMPTY_OPINION,
  type Evidence,
  type FieldOf,
  fileAnswerOf,
  type OpinionAnswer,
  tidyDate,
} from '../../shared/index.ts'
import { findingsAt, statusOf, useEditing } from '../editor-context.ts'
import { FileButton } from './file-button.tsx'

type OpinionProps = { field: FieldOf<'opinion'>; path: string; value: unknown }

const DateBox = ({ path, value, label }: { path: string; value: string; label: string }) => {
  const { set, readOnly, findings } = useEditing()
  return (
    <div data-path={path}>
      <label htmlFor={path}>{label}</label>
      <Input
        id={path}
        value={value}
        disabled={readOnly}
        placeholder="如 2021.12.28"
        status={statusOf(findingsAt(findings, path))}
        onChange={({ target }) => set({ [path]: target.value })}
        onBlur={() => set({ [path]: tidyDate(value) })}
      />
    </div>
  )
}

const EvidenceBox = ({ path, evidence }: { path: string; evidence: Evidence | null }) => {
  const { set, readOnly, fileUrl } = useEditing()
  if (evidence?.kind === 'promised') return <DateBox path={`${path}.by`} value={evidence.by} label="承诺补章日期" />
  if (evidence?.kind === 'electronic') return <span className="seal-present">电子签章已验证</span>
  return (
    <span className="seal-scan">
      {evidence && (fileUrl ? <a href={fileUrl(evidence.fileId)}>{evidence.name}</a> : evidence.name)}
      <FileButton
        label={evidence ? '更换扫描件' : '上传盖章页扫描件'}
        accept="application/pdf,image/jpeg,image/png"
        onStored={stored => {
          const { fileId, name } = fileAnswerOf(stored)
          set({ [path]: { kind: 'scan', fileId, name, page: 1 } })
        }}
      />
      {evidence && !readOnly && (
        <Button type="link" onClick={() => set({ [path]: null })}>
          移除
        </Button>
      )}
    </span>
  )
}

const WAYS = [
  { value: 'scan', label: '已盖章，上传扫描件' },
  { value: 'promised', label: '暂未盖章，承诺补章' },
]

/** A seal cell: the words, who signs, the date, and the seal as a scan or as a promise (待补章). */
export const OpinionInput = ({ field, path, value }: OpinionProps) => {
  const { set, readOnly } = useEditing()
  const answer: OpinionAnswer = { ...EMPTY_OPINION, ...(value as Partial<OpinionAnswer> | undefined) }
  const promised = answer.evidence?.kind === 'promised'
  const choose = (way: string) =>
    set({ [`${path}.evidence`]: way === 'promised' ? { kind: 'promised', by: '' } : null })
  return (
    <div className="opinion-input">
      {field.words && (
        <div className="opinion-words" data-path={`${path}.opinion`}>
          <label htmlFor={`${path}.opinion`}>意见</label>
          <Input.TextArea
            id={`${path}.opinion`}
            value={answer.opinion}
            disabled={readOnly}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={field.preset ?? '如：同意推荐。'}
            onChange={({ target }) => set({ [`${path}.opinion`]: target.value })}
          />
        </div>
      )}
      {field.preset && !answer.opinion && !readOnly && (
        <Button size="small" onClick={() => set({ [`${path}.opinion`]: field.preset })}>
          填“{field.preset}”
        </Button>
      )}
      <div className="opinion-seal">
        {field.signature && (
          <div data-path={`${path}.signer`}>
            <label htmlFor={`${path}.signer`}>签字人</label>
            <Input
              id={`${path}.signer`}
              value={answer.signer}
              disabled={readOnly}
              onChange={({ target }) => set({ [`${path}.signer`]: target.value })}
            />
          </div>
        )}
        {!promised && <DateBox path={`${path}.date`} value={answer.date} label="落款日期" />}
        {field.seal && (
          <div data-path={`${path}.evidence`} className="seal-evidence">
            <Radio.Group
              value={promised ? 'promised' : 'scan'}
              options={WAYS}
              disabled={readOnly}
              aria-label={`${field.label}盖章情况`}
              onChange={({ target }) => choose(target.value)}
            />
            <EvidenceBox path={`${path}.evidence`} evidence={answer.evidence} />
          </div>
        )}
      </div>
    </div>
  )
}

type DeclarationProps = { field: FieldOf<'declaration'>; path: string; value: unknown }

/** A statement to confirm. */
export const DeclarationInput = ({ field, path, value }: DeclarationProps) => {
  const { set, readOnly } = useEditing()
  const accepted = (value as { accepted?: boolean } | undefined)?.accepted ?? false
  return (
    <Checkbox
      id={path}
      checked={accepted}
      disabled={readOnly}
      onChange={({ target }) => set({ [path]: { accepted: target.checked } })}
    >
      {field.statement}
    </Checkbox>
  )
}
