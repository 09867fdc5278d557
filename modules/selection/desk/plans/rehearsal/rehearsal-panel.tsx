import { Loading, ProblemNotice } from '#platform/ui/desk/index.ts'
import type { PlanPath } from '../../../shared/index.ts'
import type { useRehearsal } from '../editor/use-rehearsal.ts'
import { PublicityDays } from './publicity-days.tsx'
import { RemarksInTurn } from './remarks.tsx'
import { StageChart } from './stage-chart.tsx'
import { UnitLoadTable } from './unit-load.tsx'

type RehearsalPanelProps = {
  of: ReturnType<typeof useRehearsal>
  publishOn: Record<string, string>
  onPublishOn: (days: Record<string, string>) => void
  onField: (path: PlanPath) => void
}

/** What the plan on the page implies, drawn anew as one types. */
export const RehearsalPanel = ({ of, publishOn, onPublishOn, onField }: RehearsalPanelProps) => {
  const { drawn, stale, problem, asking, retry } = of
  if (!drawn && problem) return <ProblemNotice problem={problem} onRetry={retry} />
  if (!drawn) return stale ? <p className="plan-help">方案还有问题，改好后显示推演。</p> : <Loading rows={8} />
  const ask = (stage: string) => (day: string | undefined) => {
    const { [stage]: _, ...others } = publishOn
    onPublishOn(day ? { ...others, [stage]: day } : others)
  }
  return (
    <div className="rehearsal" aria-busy={asking}>
      <p className="plan-help" role="status">
        {stale ? '方案还有问题，以下是改动前的推演。' : asking ? '正在推演…' : '按当前内容和现行工作日历推演。'}
      </p>
      <RemarksInTurn remarks={drawn.remarks} onField={onField} />
      <h3>环节</h3>
      <StageChart rehearsal={drawn} />
      {drawn.publicity.length > 0 && <h3>公示期</h3>}
      {drawn.publicity.map(forecast => (
        <PublicityDays
          key={forecast.stage}
          forecast={forecast}
          asked={publishOn[forecast.stage]}
          onAsk={ask(forecast.stage)}
        />
      ))}
      <h3>各单位工作量</h3>
      <UnitLoadTable rehearsal={drawn} />
    </div>
  )
}
