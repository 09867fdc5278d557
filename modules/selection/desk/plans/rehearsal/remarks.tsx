import { Button } from 'antd'
import { StateTag, type Tone } from '#platform/ui/desk/index.ts'
import type { PlanPath, Remark } from '../../../shared/index.ts'

export const remarkWeights: Record<Remark['weight'], { words: string; tone: Tone }> = {
  impossible: { words: '办不到', tone: 'bad' },
  warning: { words: '请留意', tone: 'near' },
  note: { words: '说明', tone: 'plain' },
}

/** Remarks that want attention, then the rest on demand. */
export const RemarksInTurn = ({ remarks, onField }: RemarksProps) => {
  const notes = remarks.filter(({ weight }) => weight === 'note')
  return (
    <>
      <Remarks remarks={remarks.filter(({ weight }) => weight !== 'note')} onField={onField} />
      {notes.length > 0 && (
        <details className="plan-more">
          <summary>另有{notes.length}条说明</summary>
          <Remarks remarks={notes} onField={onField} />
        </details>
      )}
    </>
  )
}

type RemarksProps = { remarks: readonly Remark[]; onField: (path: PlanPath) => void }

/** What whoever publishes the plan should know first, the grave before the light. */
const Remarks = ({ remarks, onField }: RemarksProps) => {
  if (remarks.length === 0) return <p className="plan-help">推演没有发现需要留意的事项。</p>
  return (
    <ul className="plan-remarks">
      {remarks.map(({ weight, code, path, message }) => (
        <li key={code + path.join('.') + message}>
          <StateTag tone={remarkWeights[weight].tone}>{remarkWeights[weight].words}</StateTag>
          <Button type="link" size="small" onClick={() => onField(path)}>
            {message}
          </Button>
        </li>
      ))}
    </ul>
  )
}
