import { randomInt } from 'node:crypto'
import { record } from '#kernel/audit/index.ts'
import { addPerson, seat } from '#kernel/units/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from '../actor.ts'
import { hashPassword } from '../password.ts'
import type { IssuedPassword } from '../shared/administration-api.ts'
import type { AdministeredAccount, AdministeredPost } from './queries.ts'

/** Letters and digits that are not taken for one another when read out or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'
const pick = (from: string) => from[randomInt(from.length)]!
const group = () => pick(letters).toUpperCase() + pick(letters) + pick(digits) + pick(letters)

/** A password of three groups, as “Kx7m-Pq4t-Wn9r”; some 50 random bits. */
export const newPassword = () => [group(), group(), group()].join('-')

type NewHolder = { rank: 'A' | 'B'; name: string; phone: string | null; login: string }

/**
 * Puts a new person with a new account on a vacant place of a post.
 * @throws Problem `post.taken`, `login.taken`, `post.closed`
 */
export const addPersonOnPost = async (
  tx: Tx,
  actor: Actor,
  post: AdministeredPost,
  holder: NewHolder,
): Promise<IssuedPassword> => {
  if (!post.active) throw refuse('post.closed', '这个岗位已停用，请先恢复。')
  await requireVacant(tx, post.id, holder.rank)
  const personId = await addPerson(tx, holder)
  await seat(tx, post.id, personId, holder.rank)
  const initialPassword = newPassword()
  const { rows } = await sql<{ id: number }>`
    insert into access.account (person_id, login, password_initial, password_hash)
    select ${personId}, ${holder.login}, true, ${await hashPassword(initialPassword)}
    where not exists (select from access.account where lower(login) = lower(${holder.login}))
    on conflict (login) do nothing returning id`.execute(tx)
  if (!rows[0]) throw loginTaken(holder.login)
  const detail = { postId: post.id, rank: holder.rank, login: holder.login, name: holder.name }
  await record(tx, actor, { action: 'access.account.add', subjectKind: 'account', subjectId: rows[0].id, detail })
  return { accountId: rows[0].id, login: holder.login, initialPassword }
}

/** The post stays locked until the commit, so that two administrators cannot both find it vacant. */
const requireVacant = async (tx: Tx, postId: number, rank: 'A' | 'B') => {
  await sql`select from units.post where id = ${postId} for update`.execute(tx)
  const { rows } = await sql<{ name: string }>`
    select n.name from units.post_holder h join units.person n on n.id = h.person_id
    where h.post_id = ${postId} and h.rank = ${rank} and h.until is null`.execute(tx)
  if (rows[0]) throw refuse('post.taken', `${rank}角现由“${rows[0].name}”担任，换人请用“工作移交”。`)
}

const loginTaken = (login: string) => {
  const message = `账号“${login}”已被使用，请换一个。`
  return refuse('login.taken', message, { findings: [{ path: 'login', severity: 'block', message }] })
}

/** Gives out a new password and ends every session of the account. */
export const issuePassword = async (tx: Tx, actor: Actor, account: AdministeredAccount): Promise<IssuedPassword> => {
  const initialPassword = newPassword()
  await sql`update access.account set password_hash = ${await hashPassword(initialPassword)}, password_initial = true,
    failed_attempts = 0,
    locked_until = null where id = ${account.id}`.execute(tx)
  await endSessions(tx, account.id)
  await record(tx, actor, { action: 'access.account.reset', subjectKind: 'account', subjectId: account.id })
  return { accountId: account.id, login: account.login, initialPassword }
}

/** Closes an account and ends its sessions, or opens it again. */
export const switchAccount = async (tx: Tx, actor: Actor, id: number, active: boolean): Promise<void> => {
  await sql`update access.account set active = ${active} where id = ${id}`.execute(tx)
  if (!active) await endSessions(tx, id)
  const action = active ? 'access.account.restore' : 'access.account.close'
  await record(tx, actor, { action, subjectKind: 'account', subjectId: id })
}

const endSessions = (tx: Tx, accountId: number) =>
  tx.deleteFrom('access.session').where('account_id', '=', accountId).execute()
