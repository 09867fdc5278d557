import { Link } from 'react-router'
import type { StageView } from './stage-props.ts'

/** What keeps the stage from closing, then what whoever closes it should know; each name leads to its nominee. */
export const Obstacles = ({ obstacles }: Pick<StageView, 'obstacles'>) => {
  if (obstacles.length === 0) return <p className="findings-clear">没有未办的事，可以结束本环节。</p>
  return (
    <div className="findings">
      {groups.map(({ severity, title }) => {
        const own = obstacles.filter(obstacle => obstacle.severity === severity)
        if (own.length === 0) return null
        return (
          <section key={severity} className={`findings-${severity}`}>
            <h3>
              {title} <span className="num">{own.length}</span>
            </h3>
            <ul>
              {own.map(({ message, nominationId }) => (
                <li key={`${nominationId}|${message}`}>
                  {nominationId ? <Link to={`/selection/nominations/${nominationId}`}>{message}</Link> : message}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const groups = [
  { severity: 'block', title: '必须办完' },
  { severity: 'warning', title: '请知悉' },
] as const
