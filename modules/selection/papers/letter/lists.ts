import type { Db } from '#platform/db/index.ts'
import { sql } from '#platform/db/index.ts'
import { givenStrokes, inOfficialOrder, orderWords } from '../../campaign/official-order.ts'
import { poolOf } from '../../campaign/pool.ts'
import { publicLines } from '../../campaign/public-line.ts'
import { listOrderOf } from '../../honours/register.ts'
import type { Campaign } from '../../load.ts'

/** The names that stand now, category by category in official order, as a list prints them. */
export type Standing = { lists: { heading: string; lines: string[] }[]; order: string; count: number }

const lineOf = ({ name, unit, post }: { name: string; unit: string; post: string }) =>
  name === unit ? name : `${name}（${unit}${post}）`

/** Whoever is left in the stage that is open, or in the last one that was. */
export const standingNames = async (db: Db, { id, plan }: Campaign): Promise<Standing> => {
  const { rows } = await sql<{ id: number }>`
    select r.id from selection.stage_run r
    where r.campaign_id = ${id} and exists (select from selection.pool_entry e where e.stage_run_id = r.id)
    order by (r.state = 'open') desc, r.seq desc limit 1`.execute(db)
  const order = listOrderOf(plan)
  const entries = rows[0] ? (await poolOf(db, rows[0].id)).filter(({ outcome }) => outcome !== 'out') : []
  const { sections } = await inOfficialOrder(plan, entries, order, await givenStrokes(db, id))
  const lines = await publicLines(
    db,
    plan,
    entries.map(({ nominationId }) => nominationId),
  )
  return {
    lists: sections.map(section => ({
      heading: section.category.name.replace(/[“”]/gu, ''),
      lines: section.entries.map(({ nominationId }) => lineOf(lines.get(nominationId)!)),
    })),
    order: orderWords[order],
    count: entries.length,
  }
}
