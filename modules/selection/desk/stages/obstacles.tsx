import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Fold, foldObstacles } from './fold-obstacles.ts'
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
  const [all, setAll] = useState(false)
  if (own.length === 0) return null
  const folds = foldObstacles(own)
  const shown = all ? folds : folds.slice(0, SHOWN_AT_FIRST)
  return (
    <section className={`findings-${severity}`}>
      <h3>
        {title} <span className="num">{own.length}</span>
      </h3>
      <ul>
        {shown.map(fold => (
          <li key={`${fold.about[0]?.obstacle.nominationId}|${fold.sentence}`}>
            <Line fold={fold} />
          </li>
        ))}
      </ul>
      {shown.length < folds.length && (
        <Button type="link" onClick={() => setAll(true)}>
          其余{folds.length - shown.length}条
        </Button>
      )}
    </section>
  )
}

const Line = ({ fold: { sentence, about } }: { fold: Fold }) => {
  if (about.length === 1) return <About {...about[0]!} />
  return (
    <details className="obstacle-fold">
      <summary>
        {sentence}
        <span className="num">（{about.length}个）</span>
      </summary>
      <ul>
        {about.map(each => (
          <li key={`${each.obstacle.nominationId}|${each.words}`}>
            <About {...each} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const About = ({ obstacle: { nominationId }, words }: Fold['about'][number]) =>
  nominationId ? <Link to={`/selection/nominations/${nominationId}`}>{words}</Link> : words

const groups = [
  { severity: 'block', title: '必须办完' },
  { severity: 'warning', title: '请知悉' },
] as const
