import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { hashPassword, requireStrong } from './password.ts'
import { hashToken, newCode } from './token.ts'

/**
 * With no account at all, makes a one-time code for the first administrator.
 * @returns the code to print in the terminal, or null where an account exists
 */
export const prepareFirstRun = async (db: Db): Promise<string | null> => {
  if (!(await needsFirstRun(db))) return null
  const code = `${newCode()}-${newCode()}`
  await sql`insert into access.first_run (code_hash) values (${hashToken(code)})
    on conflict (only_row) do update set code_hash = excluded.code_hash, created_at = clock_timestamp()`.execute(db)
  return code
}

export const needsFirstRun = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ none: boolean }>`select not exists (select from access.account) as none`.execute(db)
  return rows[0]!.none
}

export type FirstAdministrator = { code: string; unitName: string; name: string; login: string; password: string }

/** Makes the root unit and its first administrator. The code works once. @returns the account's id */
export const makeFirstAdministrator = async (tx: Tx, first: FirstAdministrator): Promise<number> => {
  requireStrong(first.password, first.login)
  const { rows } = await sql`
    delete from access.first_run where code_hash = ${hashToken(first.code)} returning code_hash`.execute(tx)
  if (rows.length === 0 || !(await needsFirstRun(tx)))
    throw refuse('first-run.code', '验证码不正确。请看启动程序的终端窗口，重新启动会显示新的验证码。', { status: 422 })
  const accountId = await insertAdministrator(tx, first, await hashPassword(first.password))
  const who = { id: `account:${accountId}`, name: first.name }
  await record(tx, who, { action: 'access.first-run', subjectKind: 'account', subjectId: accountId })
  return accountId
}

const insertAdministrator = async (tx: Tx, first: FirstAdministrator, passwordHash: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    with unit as (insert into units.unit (name, full_name, kind)
        values (${first.unitName}, ${first.unitName}, 'city') returning id),
      person as (insert into units.person (name) values (${first.name}) returning id),
      post as (insert into units.post (unit_id, title, roles)
        select id, '系统管理员', '{administrator,organiser}' from unit returning id),
      holder as (insert into units.post_holder (post_id, person_id, rank)
        select post.id, person.id, 'A' from post, person)
    insert into access.account (person_id, login, password_hash)
    select id, ${first.login}, ${passwordHash} from person returning id`.execute(tx)
  return rows[0]!.id
}
