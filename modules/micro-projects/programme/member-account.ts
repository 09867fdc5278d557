import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { recordOf } from './keep-members.ts'
import type { Member } from './members.ts'

export type Login = { id: number; name: string; title: string }

/** Logins of the village's representatives that stand for nobody on its list yet. */
export const freeLogins = async (db: Db, villageId: number): Promise<Login[]> => {
  const { rows } = await sql<Login>`
    select distinct on (a.id) a.id, n.name, q.title from units.post q
    join units.post_holder h on h.post_id = q.id and h.until is null join units.person n on n.id = h.person_id
    join access.account a on a.person_id = n.id and a.active
    where q.unit_id = ${villageId} and q.active and 'representative' = any(q.roles)
      and not exists (select from micro.member m where m.account_id = a.id)
    order by a.id`.execute(db)
  return rows
}

/**
 * Says which login is a member's own: with it a representative proposes projects and collects signatures. The login's
 * holder and the member bear one name.
 * @throws Problem 422 `member.login`
 */
export const linkLogin = async (tx: Tx, actor: Actor, member: Member, accountId: number): Promise<void> => {
  const login = (await freeLogins(tx, member.villageId)).find(({ id }) => id === accountId)
  if (!login)
    throw refuse('member.login', '这个账号不是本村（社区）代表的，或者已经关联了名册上的另一人。', { status: 422 })
  if (login.name !== member.name)
    throw refuse('member.login', `账号是${login.name}的，与名册上的${member.name}不是一个姓名，请先核对、更正。`, {
      status: 422,
    })
  await sql`update micro.member set account_id = ${accountId} where id = ${member.id}`.execute(tx)
  await recordOf(tx, actor, member.id, 'link', { accountId })
}
