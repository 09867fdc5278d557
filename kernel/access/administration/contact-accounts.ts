import type { ContactAccounts } from '#kernel/units/index.ts'
import { sql } from '#platform/db/index.ts'

/** Accounts for the contacts of an imported file. They have no password until an administrator gives one out. */
export const contactAccounts: ContactAccounts = {
  roles: ['recommender'],
  owners: async (db, logins) => {
    const { rows } = await sql<{ login: string; personId: number }>`
      select lower(login) as login, person_id as "personId" from access.account
      where lower(login) = any(${logins}::text[])`.execute(db)
    return new Map(rows.map(row => [row.login, row.personId]))
  },
  loginsBelow: async (db, unitPath) => {
    const { rows } = await sql<{ login: string; personId: number }>`
      select distinct a.login, a.person_id as "personId"
      from units.unit u
      join units.post p on p.unit_id = u.id
      join units.post_holder h on h.post_id = p.id and h.until is null
      join access.account a on a.person_id = h.person_id
      where u.path like ${`${unitPath}%`}`.execute(db)
    return new Map(rows.map(row => [row.personId, row.login]))
  },
  open: async (tx, accounts) => {
    await sql`insert into access.account (person_id, login)
      select "personId", login from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        as r ("personId" bigint, login text)`.execute(tx)
  },
}
