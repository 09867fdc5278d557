import { Button } from 'antd'
import { StateTag, type Tone } from '#platform/ui/desk/index.ts'
import type { PlanPath, Remark } from '../../../shared/index.ts'

export const remarkWeights: Record<Remark['weight'], { words: string; tone: Tone }> = {
  impossible: { words: '办不到', tone: 'bad' },
  warning: { words: '请留意', tone: 'near' },
  note: { words: '说明', tone: 'plain' },
}

/** What whoever publishes the plan should know first, the grave before the light. */
export const Remarks = ({ remarks, onField }: { remarks: readonly Remark[]; onField: (path: PlanPath) => void }) => {
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
