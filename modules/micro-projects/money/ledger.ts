import { maskName } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { moneyApi } from '../shared/index.ts'
import type { Scope } from './permissions.ts'

export type LedgerFilter = {
  villageId?: number | undefined
  projectId?: number | undefined
  memberId?: number | undefined
  what?: moneyApi.PostingKind | undefined
  after?: number | undefined
}

const pageSize = 50

const from = sql`
  from micro.posting p join micro.account f on f.id = p.from_id join micro.account t on t.id = p.to_id
  left join micro.member m on m.id = coalesce(f.member_id, t.member_id)
  left join micro.project j on j.id = p.project_id
  join units.unit v on v.id = coalesce(j.village_id, m.village_id)
  left join access.account a on a.id = p.posted_by left join units.person n on n.id = a.person_id`

const matching = (programmeId: number, { path }: Scope, filter: LedgerFilter) => sql`
  f.programme_id = ${programmeId} and v.path like ${`${path}%`}
  ${filter.villageId ? sql`and v.id = ${filter.villageId}` : sql``}
  ${filter.projectId ? sql`and p.project_id = ${filter.projectId}` : sql``}
  ${filter.memberId ? ofMember(programmeId, filter.memberId) : sql``}
  ${filter.what ? sql`and p.what = ${filter.what}` : sql``}
  ${filter.after ? sql`and p.id < ${filter.after}` : sql``}`

const ofMember = (programmeId: number, memberId: number) => {
  const account = sql`(select id from micro.account
    where programme_id = ${programmeId} and kind = 'member' and member_id = ${memberId})`
  return sql`and (p.from_id = ${account} or p.to_id = ${account})`
}

/** Postings in scope, newest first; `limit` of them and no more. */
export const postingsOf = async (
  db: Db,
  programmeId: number,
  scope: Scope,
  filter: LedgerFilter,
  limit: number,
): Promise<moneyApi.LedgerRow[]> => {
  const { rows } = await sql<moneyApi.LedgerRow>`
    select p.id, p.at, p.what, p.fen, v.name as "villageName", m.name as "memberName", n.name as "postedBy",
      case when j.id is not null then jsonb_build_object('id', j.id, 'title', j.title) end as project
    ${from} where ${matching(programmeId, scope, filter)} order by p.id desc limit ${limit}`.execute(db)
  if (scope.names) return rows
  return rows.map(row => ({ ...row, memberName: row.memberName && maskName(row.memberName) }))
}

/** A page of the ledger with where the money in scope stands. */
export const ledgerOf = async (db: Db, programmeId: number, scope: Scope, filter: LedgerFilter) => {
  const rows = await postingsOf(db, programmeId, scope, filter, pageSize + 1)
  return {
    rows: rows.slice(0, pageSize),
    next: rows.length > pageSize ? rows[pageSize - 1]!.id : null,
    totals: await totalsOf(db, programmeId, scope),
  }
}

type Totals = { free: number; reserved: number; paid: number }

/** What was granted in scope is what is free, reserved and paid, to the fen. */
export const totalsOf = async (db: Db, programmeId: number, { path }: Scope) => {
  const { rows } = await sql<Totals>`
    select coalesce(sum(c.balance_fen) filter (where c.kind = 'member'), 0)::bigint as free,
      coalesce(sum(c.balance_fen) filter (where c.kind = 'project'), 0)::bigint as reserved,
      coalesce(sum(c.balance_fen) filter (where c.kind = 'paid'), 0)::bigint as paid
    from micro.account c left join micro.member m on m.id = c.member_id left join micro.project j on j.id = c.project_id
    join units.unit v on v.id = coalesce(j.village_id, m.village_id)
    where c.programme_id = ${programmeId} and v.path like ${`${path}%`}`.execute(db)
  const totals = rows[0]!
  return { granted: totals.free + totals.reserved + totals.paid, ...totals }
}
