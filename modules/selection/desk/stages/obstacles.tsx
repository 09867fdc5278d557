import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { StageView } from './stage-props.ts'

/** What keeps the stage from closing, then what whoever closes it should know; each name leads to its nominee. */
export const Obstacles = ({ obstacles }: Pick<StageView, 'obstacles'>) => {
  if (obstacles.length === 0) return <p className="findings-clear">没有未办的事，可以结束本环节。</p>
  return (
    <div className="findings">
      {groups.map(({ severity, title }) => (
        <Group
          key={severity}
          severity={severity}
          title={title}
          own={obstacles.filter(each => each.severity === severity)}
        />
      ))}
    </div>
  )
}

const SHOWN_AT_FIRST = 8

type GroupProps = { severity: string; title: string; own: StageView['obstacles'] }

const Group = ({ severity, title, own }: GroupProps) => {
  const [all, setAll] = useState(own.length <= SHOWN_AT_FIRST)
  if (own.length === 0) return null
  const shown = all ? own : own.slice(0, SHOWN_AT_FIRST)
  return (
    <section className={`findings-${severity}`}>
      <h3>
        {title} <span className="num">{own.length}</span>
      </h3>
      <ul>
        {shown.map(({ message, nominationId }) => (
          <li key={`${nominationId}|${message}`}>
            {nominationId ? <Link to={`/selection/nominations/${nominationId}`}>{message}</Link> : message}
          </li>
        ))}
      </ul>
      {!all && (
        <Button type="link" onClick={() => setAll(true)}>
          其余{own.length - SHOWN_AT_FIRST}条
        </Button>
      )}
    </section>
  )
}

const groups = [
  { severity: 'block', title: '必须办完' },
  { severity: 'warning', title: '请知悉' },
] as const
