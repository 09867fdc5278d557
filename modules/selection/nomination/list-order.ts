import type { z } from 'zod'
import { type Position, sql } from '#platform/db/index.ts'
import type { campaignsApi } from '../shared/index.ts'

export type ListQuery = z.output<NonNullable<typeof campaignsApi.listNominations.query>>
type Fragment = ReturnType<typeof sql>

/** One thing that a list is sorted by, as an index has it, with the type in which its value comes back in an address. */
type SortKey = { key: Fragment; type: Fragment }

const unit: SortKey[] = [
  { key: sql`m.unit_order`, type: sql`int` },
  { key: sql`coalesce(m.rank, 0)`, type: sql`int` },
]

/** What each order sorts by before the id, which makes it total; migration 0040 has an index for each of them. */
const keys: Record<ListQuery['order'], SortKey[]> = {
  unit,
  name: [{ key: sql`coalesce(m.name_order, '~')`, type: sql`text` }],
  category: [{ key: sql`m.category_order`, type: sql`int` }, ...unit],
  score: [{ key: sql`coalesce(m.score, -1)`, type: sql`numeric` }],
  state: [{ key: sql`m.state_order`, type: sql`int` }, ...unit],
  submitted: [{ key: sql`coalesce(m.submitted_at, '-infinity')`, type: sql`timestamptz` }],
}

const id: SortKey = { key: sql`m.id`, type: sql`bigint` }

/** The parts of a page's statement that its order decides. */
export const sortOf = ({ order, direction }: Pick<ListQuery, 'order' | 'direction'>, after: Position | null) => {
  const all = [...keys[order], id]
  const way = direction === 'desc' ? sql` desc` : sql``
  const further = direction === 'desc' ? sql`<` : sql`>`
  const values = all.map(({ type }, n) => sql`${after?.[n]}::${type}`)
  return {
    /** The row's own place as JSON text, from which the next page goes on. */
    place: sql`json_build_array(${sql.join(all.map(({ key }) => key))})::text`,
    orderBy: sql.join(all.map(({ key }) => sql`${key}${way}`)),
    beyond:
      after?.length === all.length
        ? sql`and (${sql.join(all.map(({ key }) => key))}) ${further} (${sql.join(values)})`
        : sql``,
  }
}
