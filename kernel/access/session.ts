import type { Context } from 'hono'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from './actor.ts'
import { clearCookie, idle, readCookie, writeCookie } from './cookie.ts'
import type { Role } from './shared/roles.ts'
import { closeSlipSession, slipActor } from './slip.ts'
import { hashToken, newToken } from './token.ts'

/** GB/T 22239-2019 8.1.4.1 b): sessions end after 12 hours in all. */
const absolute = '12 hours'

/** Starts a session on the account's first post and sets its cookie. */
export const startSession = async (db: Db, c: Context, accountId: number): Promise<void> => {
  const token = newToken()
  await sql`
    insert into access.session (token_hash, account_id, post_id, expires_at)
    select ${hashToken(token)}, a.id, (
      select h.post_id from units.post_holder h join units.post p on p.id = h.post_id and p.active
      where h.person_id = a.person_id and h.until is null order by h.rank, h.id limit 1
    ), clock_timestamp() + ${absolute}::interval
    from access.account a where a.id = ${accountId}`.execute(db)
  writeCookie(c, token)
}

export const endSession = async (db: Db, c: Context): Promise<void> => {
  const token = readCookie(c)
  if (token) {
    await db.deleteFrom('access.session').where('token_hash', '=', hashToken(token)).execute()
    await closeSlipSession(db, hashToken(token))
  }
  clearCookie(c)
}

/** Leaves only the session that asks: whoever else is signed in to the account must know the new password. */
export const endOtherSessions = async (db: Db, c: Context, accountId: number): Promise<void> => {
  await db
    .deleteFrom('access.session')
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', hashToken(readCookie(c) ?? ''))
    .execute()
}

type SessionRow = {
  account_id: number
  name: string
  post_id: number
  post_title: string
  roles: Role[]
  unit_id: number
  unit_name: string
  unit_path: string
  password_initial: boolean
  stale: boolean
}

/**
 * Who the request comes from, or null. One query; the "last seen" time is written at most once a minute.
 * @throws Problem `password.initial` for all but one's own session and password, until the first password is changed
 */
export const authenticate = async (db: Db, c: Context): Promise<Actor | null> => {
  const token = readCookie(c)
  if (!token) return null
  const hash = hashToken(token)
  const { rows } = await sql<SessionRow>`
    select s.account_id, n.name, p.id as post_id, p.title as post_title, p.roles, u.id as unit_id,
      u.name as unit_name, u.path as unit_path, a.password_initial, s.seen_at < clock_timestamp() - interval '1 minute' as stale
    from access.session s
    join access.account a on a.id = s.account_id and a.active
    join units.person n on n.id = a.person_id
    join units.post_holder h on h.post_id = s.post_id and h.person_id = a.person_id and h.until is null
    join units.post p on p.id = s.post_id and p.active
    join units.unit u on u.id = p.unit_id
    where s.token_hash = ${hash} and s.expires_at > clock_timestamp()
      and s.seen_at > clock_timestamp() - ${idle}::interval`.execute(db)
  const row = rows[0]
  if (!row) return slipActor(db, hash)
  if (row.stale) await sql`update access.session set seen_at = clock_timestamp() where token_hash = ${hash}`.execute(db)
  if (row.password_initial) requireOwnPassword(c)
  return toActor(row)
}

/** With a password that was given out one sees who one is, sets one's own, and leaves; nothing else. */
const requireOwnPassword = (c: Context) => {
  if (c.req.path === '/api/access/session' || c.req.path === '/api/access/password') return
  throw refuse('password.initial', '您用的是初始密码，请先在右上角“修改密码”里换成自己的密码。', { status: 403 })
}

const toActor = (row: SessionRow): Actor => ({
  kind: 'account',
  id: `account:${row.account_id}`,
  accountId: row.account_id,
  name: row.name,
  postId: row.post_id,
  postTitle: row.post_title,
  unitId: row.unit_id,
  unitName: row.unit_name,
  unitPath: row.unit_path,
  roles: row.roles,
})

/** Puts the session on another of the account's posts. @returns false where the account does not hold that post */
export const moveToPost = async (db: Db, c: Context, accountId: number, postId: number): Promise<boolean> => {
  const moved = await sql`
    update access.session s set post_id = ${postId}
    from access.account a, units.post_holder h, units.post p
    where s.token_hash = ${hashToken(readCookie(c) ?? '')} and s.account_id = a.id and a.id = ${accountId}
      and h.person_id = a.person_id and h.post_id = ${postId} and h.until is null and p.id = h.post_id and p.active
    returning s.token_hash`.execute(db)
  return moved.rows.length === 1
}
