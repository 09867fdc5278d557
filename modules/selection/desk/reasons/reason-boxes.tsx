import { Button, Input } from 'antd'
import type { WrittenReason } from '../../shared/index.ts'
import './reasons.css'

type Asking = {
  rule: string
  severity: string
  message: string
  clause: string
  reasonGiven?: string | undefined
  settled: boolean
}

type Props = {
  findings: Asking[]
  reasons: WrittenReason[]
  readOnly: boolean
  onChange: (reasons: WrittenReason[]) => void
  /** The unit's principal (主要负责人) confirms; absent where the reader is not that person. */
  onConfirm?: (rule: string) => void
}

/** Findings that ask for a reason, each once, with the box to write it in (情况说明). */
export const ReasonBoxes = ({ findings, reasons, readOnly, onChange, onConfirm }: Props) => {
  const asked = findings.filter(
    (finding, index) =>
      finding.severity === 'reason' && findings.findIndex(({ rule }) => rule === finding.rule) === index,
  )
  if (asked.length === 0) return null
  return (
    <div className="reason-boxes">
      {asked.map(({ rule, message, clause, settled }) => {
        const written = reasons.find(reason => reason.rule === rule)
        return (
          <div key={rule} className="reason-box" data-path={`reasons.${rule}`}>
            <p>
              {message}
              {clause && <small>{clause}</small>}
            </p>
            <label htmlFor={`reason-${rule}`}>情况说明</label>
            <Input.TextArea
              id={`reason-${rule}`}
              value={written?.text ?? ''}
              disabled={readOnly}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={({ target }) => onChange(withReason(reasons, rule, target.value))}
            />
            <Standing written={written} settled={settled} {...(onConfirm && { onConfirm: () => onConfirm(rule) })} />
          </div>
        )
      })}
    </div>
  )
}

type StandingProps = { written: WrittenReason | undefined; settled: boolean; onConfirm?: () => void }

const Standing = ({ written, settled, onConfirm }: StandingProps) => {
  if (!written?.text.trim()) return <small>写明情况后才能上报。</small>
  if (written.confirmedBy) return <small>主要负责人{written.confirmedBy}已确认。</small>
  if (settled) return <small>已说明。</small>
  return onConfirm ? (
    <Button size="small" onClick={onConfirm}>
      确认这条理由
    </Button>
  ) : (
    <small>等待主要负责人确认。</small>
  )
}

/** An emptied box takes the reason away; changed words lose their confirmation. */
export const withReason = (reasons: WrittenReason[], rule: string, text: string): WrittenReason[] => {
  const others = reasons.filter(reason => reason.rule !== rule)
  return text.trim() === '' ? others : [...others, { rule, text }]
}
