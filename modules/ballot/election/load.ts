import { type Db, sql } from '#platform/db/index.ts'
import type { ElectionState, Phase, Result, Rules } from '../shared/index.ts'

/** An election as the desk works on it. */
export type Election = {
  id: number
  slug: string
  unitId: number
  unitName: string
  unitPath: string
  matter: string | null
  refs: Record<string, number>
  state: ElectionState
  rules: Rules
  opensAt: string
  closesAt: string
  fingerprint: string | null
  result: Result | null
  createdBy: number | null
  frozenBy: number | null
  frozenAt: string | null
  closedAt: string | null
  finishedAt: string | null
  finishedBy: number | null
  publishedAt: string | null
  /** Business time of the reading, and where it lies. */
  now: string
  begun: boolean
  ended: boolean
}

const columns = sql`
  e.id, e.slug, e.unit_id as "unitId", u.full_name as "unitName", u.path as "unitPath", e.matter, e.refs, e.state,
  e.rules, e.opens_at as "opensAt", e.closes_at as "closesAt", e.fingerprint, e.result, e.created_by as "createdBy",
  e.frozen_by as "frozenBy", e.frozen_at as "frozenAt", e.closed_at as "closedAt", e.finished_at as "finishedAt",
  e.finished_by as "finishedBy", e.published_at as "publishedAt", t.now, t.now >= e.opens_at as begun,
  t.now >= e.closes_at as ended`
const tables = sql`ballot.election e join units.unit u on u.id = e.unit_id, (select app.now() as now) t`

/** @param lock in a write: nobody else acts on it, and no ballot gets in, until the commit */
export const findElection = async (db: Db, id: number, lock = false): Promise<Election | undefined> => {
  const { rows } = await sql<Election>`
    select ${columns} from ${tables} where e.id = ${id} ${lock ? sql`for update of e` : sql``}`.execute(db)
  return rows[0]
}

/** The election that another module asked for. */
export const findByMatter = async (db: Db, matter: string): Promise<Election | undefined> => {
  const { rows } = await sql<Election>`select ${columns} from ${tables} where e.matter = ${matter}`.execute(db)
  return rows[0]
}

/** What the public may know of: nothing before the freeze. */
export const findPublic = async (db: Db, slug: string): Promise<Election | undefined> => {
  const { rows } = await sql<Election>`
    select ${columns} from ${tables} where e.slug = ${slug} and e.state <> 'draft'`.execute(db)
  return rows[0]
}

export const publicElections = async (db: Db): Promise<Election[]> => {
  const { rows } = await sql<Election>`
    select ${columns} from ${tables} where e.state <> 'draft' order by e.opens_at desc, e.id desc limit 200`.execute(db)
  return rows
}

/** Of a unit's subtree, newest first. */
export const electionsBelow = async (db: Db, unitPath: string): Promise<Election[]> => {
  const { rows } = await sql<Election>`
    select ${columns} from ${tables} where u.path like ${`${unitPath}%`} order by e.id desc limit 200`.execute(db)
  return rows
}

export const phaseOf = ({ state, begun, ended }: Pick<Election, 'state' | 'begun' | 'ended'>): Phase => {
  if (state === 'published') return 'published'
  if (state !== 'open' || ended) return 'counting'
  return begun ? 'open' : 'announced'
}
