import { EmptyState } from '#platform/ui/site/index.ts'
import { type Category, placed, type Result } from '../../shared/index.ts'
import { besides, type Group, sum } from '../result-words.ts'

type Counted = Result['tally'][number]['candidates'][number]
type Row = Counted & { name: string; unit: string; votes: number; place: number; tied: boolean }

type TallyProps = { category: Category; tally: Result['tally'][number]; groups: Group[] }

/** A category's counts, most first; of a long one the first lines, and the rest a tap away. */
export const Tally = ({ category, tally, groups }: TallyProps) => {
  const counts = new Map(tally.candidates.map(each => [each.no, each]))
  const rows = placed(
    category.candidates.map(({ no, name, unit }) => {
      const counted = counts.get(no)!
      return { ...counted, name, unit, votes: sum(counted.after) }
    }),
    ({ votes }) => votes,
  )
  const first = shownFirst(rows)
  const rest = rows.slice(first)
  return (
    <section id={`tally-${category.key}`}>
      <h2>{category.name}</h2>
      <p class="why">没有选这一类的{sum(tally.blank.after)}票</p>
      {rows.length === 0 && <EmptyState title="没有候选对象" />}
      <Lines rows={rows.slice(0, first)} groups={groups} />
      {rest.length > 0 && (
        <details class="tally-rest">
          <summary>其余{rest.length}名</summary>
          <Lines rows={rest} groups={groups} />
        </details>
      )}
    </section>
  )
}

const FEW = 30
const FIRST = 20

/** How many lines stand open: never a part of those tied, where that can be helped. */
export const shownFirst = (rows: readonly { place: number }[]): number => {
  if (rows.length <= FEW) return rows.length
  for (let count = FIRST; count > 0; count -= 1) if (rows[count]!.place !== rows[count - 1]!.place) return count
  return FIRST
}

const Lines = ({ rows, groups }: { rows: Row[]; groups: Group[] }) => (
  <ul class="tally">
    {rows.map(row => (
      <li>
        <span>
          {row.name}
          {row.unit && <small class="ballot-unit">{row.unit}</small>}
        </span>
        <span class="num">
          {row.tied && <small>并列</small>} <b>{row.votes}票</b>
          {besides(row, groups).map(words => (
            <small class="ballot-unit">{words}</small>
          ))}
        </span>
      </li>
    ))}
  </ul>
)
