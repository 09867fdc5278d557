import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { yuan } from '../shared/index.ts'
import { entitled } from './grant.ts'

type Of = Pick<Project, 'id' | 'programmeId' | 'programme'>

/** The account (a) of a member (m) in a programme; whoever joined since the grant has none until the next. */
export const accountOfMember = ({ programmeId }: Pick<Project, 'programmeId'>) => sql`
  left join micro.account a on a.member_id = m.id and a.programme_id = ${programmeId} and a.kind = 'member'`

/** What a member (m, with the account a) may still put into projects, in fen; null where no allowance is his (R004-01). */
export const leftFen = ({ programme }: Pick<Project, 'programme'>) => sql<number | null>`
  coalesce(a.balance_fen, case when m.active and ${entitled(programme)} then ${programme.perPersonFen}::bigint end)`

/** A member's allowance: its account, where there is one yet, and what is left in it. */
export type Allowance = { id: number | null; name: string; balance: number }

/** Allowances of those who signed a project, in the order of their signatures; nobody's who has none. */
export const allowancesOfSigners = async (db: Db, project: Of): Promise<Allowance[]> => {
  const { rows } = await sql<Allowance>`
    select a.id, m.name, ${leftFen(project)} as balance from micro.backing b
    join micro.member m on m.id = b.member_id ${accountOfMember(project)}
    where b.project_id = ${project.id} and ${leftFen(project)} is not null order by b.at, m.id`.execute(db)
  return rows
}

/** Whose allowance of the year is used, on which projects, a sentence each. */
export const usedSentences = async (
  db: Db,
  { programme: { perPersonFen } }: Pick<Project, 'programme'>,
  allowances: readonly Allowance[],
): Promise<string[]> => {
  const used = allowances.filter(({ balance }) => balance < perPersonFen)
  const { rows } = await sql<{ id: number; title: string }>`
    select a.id, j.title from micro.account a join micro.posting p on p.from_id = a.id or p.to_id = a.id
    join micro.project j on j.id = p.project_id
    where a.id = any(${used.map(({ id }) => id)}::bigint[]) and p.what in ('approve', 'release')
    group by a.id, j.id having sum(case p.what when 'approve' then p.fen else -p.fen end) > 0
    order by a.id, j.id`.execute(db)
  return used.map(({ id, name, balance }) => {
    const titles = rows.filter(row => row.id === id).map(({ title }) => `“${title}”`)
    const left = balance === 0 ? '' : `，还剩${yuan(balance)}元`
    return `${name}本年度${yuan(perPersonFen)}元额度已用于${titles.join('、')}${left}。`
  })
}
