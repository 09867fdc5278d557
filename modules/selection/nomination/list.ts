import type { z } from 'zod'
import { containing, type Db, decodePosition, pageOf, sql, together } from '#platform/db/index.ts'
import type { campaignsApi } from '../shared/index.ts'

type Query = z.output<NonNullable<typeof campaignsApi.listNominations.query>>
type Row = {
  id: number
  name: string
  category: string
  unitId: number
  unitName: string
  rank: number | null
  unitOrder: number
  state: string
  warnings: number
  submittedAt: string | null
}

/** What an organiser may see: never a draft, which is its unit's own. */
const visible = ['submitted', 'returned', 'accepted']

/** One state is asked by equality: only then does the index give the rows in the list's order, without a sort of them all. */
const stateIs = ({ state }: Query) => (state ? sql`m.state = ${state}` : sql`m.state = any(${visible}::text[])`)

/**
 * The organiser's list in official unit order, then rank: one page by keyset with its exact total. Two queries,
 * however many nominations; index nomination_list (or nomination_order, without a state) serves them, and totals without unit or search come from counters.
 */
export const listNominations = async (db: Db, campaignId: number, query: Query) => {
  const filter = sql`
    m.campaign_id = ${campaignId} and ${stateIs(query)}
    ${query.category ? sql`and m.category = ${query.category}` : sql``}
    ${query.unitId ? sql`and m.unit_id = ${query.unitId}` : sql``}
    ${query.search ? sql`and m.name like ${containing(query.search)}` : sql``}`
  const [rows, total] = await together(db, db =>
    Promise.all([pageRows(db, query, filter), totalOf(db, campaignId, query, filter)]),
  )
  return { ...pageOf(rows, query.limit, row => [row.unitOrder, row.rank ?? 0, row.id]), total }
}

const pageRows = async (db: Db, query: Query, filter: ReturnType<typeof sql>): Promise<Row[]> => {
  const after = decodePosition(query.after)
  const { rows } = await sql<Row>`
    select m.id, m.name, m.category, m.unit_id as "unitId", u.name as "unitName", m.rank, m.unit_order as "unitOrder",
      m.state, jsonb_array_length(m.findings) as warnings, m.submitted_at as "submittedAt"
    from selection.nomination m join units.unit u on u.id = m.unit_id
    where ${filter}
    ${after ? sql`and (m.unit_order, coalesce(m.rank, 0), m.id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}::bigint)` : sql``}
    order by m.unit_order, coalesce(m.rank, 0), m.id limit ${query.limit + 1}`.execute(db)
  return rows
}

const totalOf = async (db: Db, campaignId: number, query: Query, filter: ReturnType<typeof sql>) => {
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
