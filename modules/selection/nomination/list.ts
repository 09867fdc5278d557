import { containing, type Db, decodePosition, pageOf, sql, together } from '#platform/db/index.ts'
import { type ListQuery, sortOf } from './list-order.ts'

type Row = {
  id: number
  name: string
  category: string
  unitId: number
  unitName: string
  rank: number | null
  score: number | null
  state: string
  warnings: number
  submittedAt: string | null
  place: string
}

/** What an organiser may see: never a draft, which is its unit's own. */
const visible = ['submitted', 'returned', 'accepted']

/** One state is asked by equality: only then does the index give the rows in the list's order, without a sort of them all. */
const stateIs = ({ state }: ListQuery) => (state ? sql`m.state = ${state}` : sql`m.state = any(${visible}::text[])`)

/**
 * The organiser's list, in official unit order then rank or by one of its columns: one page by keyset with its exact
 * total. Two queries, however many nominations; an index serves each order (nomination_list and nomination_order the
 * usual one), and totals without unit or search come from counters.
 */
export const listNominations = async (db: Db, campaignId: number, query: ListQuery) => {
  const filter = sql`
    m.campaign_id = ${campaignId} and ${stateIs(query)}
    ${query.category ? sql`and m.category = ${query.category}` : sql``}
    ${query.unitId ? sql`and m.unit_id = ${query.unitId}` : sql``}
    ${query.search ? sql`and m.name like ${containing(query.search)}` : sql``}`
  const [rows, total] = await together(db, db =>
    Promise.all([pageRows(db, query, filter), totalOf(db, campaignId, query, filter)]),
  )
  return { ...pageOf(rows, query.limit, row => JSON.parse(row.place)), total }
}

const pageRows = async (db: Db, query: ListQuery, filter: ReturnType<typeof sql>): Promise<Row[]> => {
  const { place, orderBy, beyond } = sortOf(query, decodePosition(query.after))
  const { rows } = await sql<Row>`
    select m.id, m.name, m.category, m.unit_id as "unitId", u.name as "unitName", m.rank, m.score::float8 as score,
      m.state, jsonb_array_length(m.findings) as warnings, m.submitted_at as "submittedAt", ${place} as place
    from selection.nomination m join units.unit u on u.id = m.unit_id
    where ${filter} ${beyond}
    order by ${orderBy} limit ${query.limit + 1}`.execute(db)
  return rows
}

const totalOf = async (db: Db, campaignId: number, query: ListQuery, filter: ReturnType<typeof sql>) => {
  const counted = query.unitId || query.search
  const { rows } = counted
    ? await sql<{ total: number }>`select count(*)::int as total from selection.nomination m where ${filter}`.execute(
        db,
      )
    : await sql<{ total: number }>`
        select coalesce(sum(n), 0)::int as total from selection.tally m
        where campaign_id = ${campaignId} and ${stateIs(query)}
        ${query.category ? sql`and m.category = ${query.category}` : sql``}`.execute(db)
  return rows[0]!.total
}
