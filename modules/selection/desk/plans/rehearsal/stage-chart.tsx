import type { Rehearsal } from '../../../shared/index.ts'
import { choiceWords } from '../schema/enum-words.ts'
import { ganttOf } from './gantt.ts'

/** Open and close of every stage on one line of time; the dates stand in words beside each bar. */
export const StageChart = ({ rehearsal }: { rehearsal: Rehearsal }) => {
  const { bars, months, undated } = ganttOf(rehearsal)
  return (
    <div className="stage-chart">
      <div className="stage-months num" aria-hidden="true">
        {months.map(({ label, left }) => (
          <span key={label} style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
      </div>
      <ol>
        {bars.map(({ key, title, kind, within, left, width, words, restDay, provisional }) => (
          <li key={key} className={within ? 'within' : ''}>
            <div className="stage-words">
              <span>
                {title}
                <small>{choiceWords('kind', kind)}</small>
              </span>
              <span className="num">
                {words}
                {restDay && <em>截止日为休息日</em>}
                {provisional && <em>预估</em>}
              </span>
            </div>
            <div className="stage-track" aria-hidden="true">
              <i style={{ left: `${left}%`, width: `max(3px, ${width}%)` }} />
            </div>
          </li>
        ))}
      </ol>
      {undated.length > 0 && (
        <p className="plan-help">{undated.map(({ title, when }) => `${title}：${when}`).join('；')}</p>
      )}
    </div>
  )
}
