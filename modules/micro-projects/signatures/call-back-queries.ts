import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { CallBackRow, Outcome, Way } from '../shared/api/signatures.ts'
import { callingStates } from './call-back.ts'

type Row = {
  id: number
  projectId: number
  projectTitle: string
  villageName: string
  householdId: number
  head: string
  door: string
  phone: string | null
  way: Way
  signedAt: string
  outcome: Outcome | null
  note: string
  doneBy: string | null
  doneAt: string | null
  mayEnter: boolean
}

const page = 50

type Asked = { done?: '1' | undefined; projectId?: number | undefined; after?: number | undefined }

/**
 * Who is still to be called in the checker's sub-district, in the order they were drawn; or who was, newest first. A
 * project that went back to its village has nobody to be called until it comes again.
 */
export const listCallBacks = async (db: Db, { unitId }: Actor, { done, projectId, after }: Asked) => {
  const order = done ? sql`c.id desc` : sql`c.id`
  const beyond = after === undefined ? sql`true` : done ? sql`c.id < ${after}` : sql`c.id > ${after}`
  const within = sql`from micro.call_back c join micro.signature s on s.id = c.signature_id
    join micro.project p on p.id = s.project_id join micro.programme g on g.id = p.programme_id
    where g.unit_id = ${unitId} and (${projectId ?? null}::bigint is null or p.id = ${projectId ?? null})`
  const open = sql`c.outcome is null and s.taken_back_at is null and p.state = any(${callingStates}::text[])`
  const { rows } = await sql<Row>`
    select c.id, p.id as "projectId", p.title as "projectTitle", v.name as "villageName", h.id as "householdId", h.head,
      h.door, h.phone, s.way, s.at as "signedAt", c.outcome, c.note, e.name as "doneBy", c.done_at as "doneAt",
      c.outcome is distinct from 'denied' and p.state = any(${callingStates}::text[]) as "mayEnter"
    from (select c.id ${within} and ${done ? sql`c.outcome is not null` : open} and ${beyond}
      order by ${order} limit ${page + 1}) as chosen
    join micro.call_back c on c.id = chosen.id join micro.signature s on s.id = c.signature_id
    join micro.household h on h.id = s.household_id join micro.project p on p.id = s.project_id
    join units.unit v on v.id = p.village_id
    left join access.account a on a.id = c.done_by left join units.person e on e.id = a.person_id
    order by ${order}`.execute(db)
  const left = await sql<{ n: number }>`select count(*)::int as n ${within} and ${open}`.execute(db)
  const shown = rows.slice(0, page)
  return { rows: shown.map(present), next: rows.length > page ? shown.at(-1)!.id : null, open: left.rows[0]!.n }
}

const present = ({ householdId, head, door, phone, ...row }: Row): CallBackRow => ({
  ...row,
  household: { id: householdId, head, door, phone },
})
