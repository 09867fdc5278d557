import { maskName } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { moneyApi } from '../shared/index.ts'
import type { Scope } from './permissions.ts'

export type VillageAllowance = moneyApi.Allowance & { villageName: string }

/** Allowances in scope, of one village or of all, with the projects that they are used for. */
export const allowancesOf = async (
  db: Db,
  programmeId: number,
  { path, names }: Scope,
  villageId?: number,
): Promise<VillageAllowance[]> => {
  const { rows } = await sql<VillageAllowance>`
    select m.id as "memberId", m.name, m.party, m.representative, m.active, c.balance_fen as "leftFen",
      v.name as "villageName", coalesce(u.used, '[]') as used
    from micro.account c join micro.member m on m.id = c.member_id join units.unit v on v.id = m.village_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('projectId', d.id, 'title', d.title, 'fen', d.fen) order by d.id) as used
      from (select j.id, j.title, sum(case p.what when 'approve' then p.fen else -p.fen end) as fen
        from micro.posting p join micro.project j on j.id = p.project_id
        where (p.from_id = c.id or p.to_id = c.id) and p.what in ('approve', 'release')
        group by j.id having sum(case p.what when 'approve' then p.fen else -p.fen end) > 0) d) u on true
    where c.programme_id = ${programmeId} and c.kind = 'member' and v.path like ${`${path}%`}
      ${villageId ? sql`and v.id = ${villageId}` : sql``}
    order by v.sort_no, v.id, m.active desc, m.party desc, m.id limit 20000`.execute(db)
  return names ? rows : rows.map(row => ({ ...row, name: maskName(row.name) }))
}
