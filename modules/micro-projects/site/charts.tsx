import type { Figures, Village } from './queries.ts'
import { money } from './words.ts'

type Part = { name: string; count: number; tone: string }

/** Where the works stand: one bar, each part as long as its count, with the words beside it. */
export const Progress = ({ projects, building, publicised, finished }: Figures) => {
  const parts: Part[] = [
    { name: '正在做', count: building, tone: 'building' },
    { name: '正在公示', count: publicised, tone: 'publicised' },
    { name: '正在验收', count: projects - building - publicised - finished, tone: 'accepting' },
    { name: '已经验收', count: finished, tone: 'finished' },
  ].filter(({ count }) => count > 0)
  if (projects === 0) return null
  return (
    <div class="micro-progress">
      <div class="micro-bar" aria-hidden="true">
        {parts.map(({ count, tone }) => (
          <i class={tone} style={`flex-grow:${count}`} />
        ))}
      </div>
      <ul class="num">
        {parts.map(({ name, count, tone }) => (
          <li>
            <i class={tone} aria-hidden="true" />
            {name}
            <b>{count}</b>件
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Villages in official order, each with its works as a bar: how many, and how many of them are accepted. */
export const VillageBars = ({ villages }: { villages: Village[] }) => {
  const most = Math.max(...villages.map(({ projects }) => projects), 1)
  const share = (count: number) => `width:${((count / most) * 100).toFixed(1)}%`
  return (
    <ul class="micro-villages num">
      {villages.map(({ id, name, projects, finished, spentFen }) => (
        <li>
          <a href={`/micro/villages/${id}`}>{name}</a>
          <span class="micro-lane" aria-hidden="true">
            <i class="open" style={share(projects)} />
            <i class="finished" style={share(finished)} />
          </span>
          <span>{`${projects}件，已验收${finished}件，花费${money(spentFen)}`}</span>
        </li>
      ))}
    </ul>
  )
}

type Spending = { name: string; note: string; fen: number }

/** What the money went into, line by line, each with a bar of its share. */
export const SpendingBars = ({ lines }: { lines: Spending[] }) => {
  const most = Math.max(...lines.map(({ fen }) => fen), 1)
  return (
    <ul class="micro-spending num">
      {lines.map(({ name, note, fen }) => (
        <li>
          <span>
            {name} <small>{note}</small>
          </span>
          <b>{money(fen)}</b>
          <i aria-hidden="true" style={`width:${((fen / most) * 100).toFixed(1)}%`} />
        </li>
      ))}
    </ul>
  )
}
