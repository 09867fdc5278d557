import type { Context } from 'hono'
import { record } from '#kernel/audit/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { passwordMatches } from './password.ts'
import { startSession } from './session.ts'

type Candidate = { id: number; password_hash: string | null; name: string; locked: boolean }

const failure = () => refuse('sign-in.failed', '账号或密码不正确。连续5次输错将锁定15分钟。', { status: 401 })

/**
 * Signs in by login and password. Says the same whether the account is missing, wrong or closed;
 * five failures lock for 15 minutes (GB/T 22239-2019 8.1.4.1 b).
 * @throws Problem `sign-in.failed`, `sign-in.locked`
 */
export const signInByPassword = async (db: Db, c: Context, login: string, password: string): Promise<void> => {
  const account = await find(db, login)
  const right = await passwordMatches(password, account?.password_hash ?? null)
  if (account?.locked) throw refuse('sign-in.locked', '输错次数过多，账号已锁定15分钟，请稍后再试。', { status: 429 })
  if (!account || !right) {
    if (account) await countFailure(db, account)
    throw failure()
  }
  await inTransaction(db, async tx => {
    await sql`update access.account set failed_attempts = 0, locked_until = null where id = ${account.id}`.execute(tx)
    await startSession(tx, c, account.id)
    await record(tx, whoIs(account), { action: 'access.session.start', subjectKind: 'account', subjectId: account.id })
  })
}

const whoIs = (account: Candidate) => ({ id: `account:${account.id}`, name: account.name })

const find = async (db: Db, login: string): Promise<Candidate | undefined> => {
  const { rows } = await sql<Candidate>`
    select a.id, a.password_hash, n.name, coalesce(a.locked_until > clock_timestamp(), false) as locked
    from access.account a join units.person n on n.id = a.person_id
    where a.login = ${login} and a.active`.execute(db)
  return rows[0]
}

const countFailure = (db: Db, account: Candidate) =>
  inTransaction(db, async tx => {
    await sql`
      update access.account set failed_attempts = case when failed_attempts >= 4 then 0 else failed_attempts + 1 end,
        locked_until = case when failed_attempts >= 4 then clock_timestamp() + interval '15 minutes' end
      where id = ${account.id}`.execute(tx)
    await record(tx, whoIs(account), { action: 'access.session.refuse', subjectKind: 'account', subjectId: account.id })
  })
