import { Link } from 'react-router'

export type FunnelStage = {
  name: string
  /** Candidates in it, or expected of one to come; null where nothing is known. `of` when only part has been handled: 137/198. */
  count: number | null
  of?: number
  state: 'past' | 'now' | 'next'
  to?: string
}

/** The pool through the stages: one bar each, as high as the candidates that reached it. */
export const Funnel = ({ stages, label = '推荐对象在各阶段的数量' }: { stages: FunnelStage[]; label?: string }) => {
  const most = Math.max(1, ...stages.map(stage => stage.of ?? stage.count ?? 0))
  return (
    <ol className="funnel num" aria-label={label}>
      {stages.map(stage => (
        <li
          key={stage.name}
          className={stage.state}
          style={{ '--height': heightOf(stage, most) } as React.CSSProperties}
        >
          <b>
            {stage.state === 'next' && stage.count !== null && <small>目标</small>}
            {stage.count ?? '—'}
            {stage.of !== undefined && stage.of !== stage.count && <small>/{stage.of}</small>}
          </b>
          {stage.to ? <Link to={stage.to}>{stage.name}</Link> : <span>{stage.name}</span>}
          <span className="unseen">{stateWords[stage.state]}</span>
        </li>
      ))}
    </ol>
  )
}

/** As high as a number over a name of three lines. */
const LOWEST_PERCENT = 52
const heightOf = (stage: FunnelStage, most: number) =>
  `${Math.round(LOWEST_PERCENT + ((stage.of ?? stage.count ?? 0) / most) * (100 - LOWEST_PERCENT))}%`

const stateWords = { past: '（已结束）', now: '（进行中）', next: '（未开始）' }
