import { system } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Programme } from '../shared/index.ts'
import { type Poster, type Posting, post } from './posting.ts'

/** Who has an allowance under a programme; whoever is both has one (R004-01). */
export const entitled = (programme: Programme) =>
  ({ members: sql`m.party`, representatives: sql`m.representative`, both: sql`true` })[programme.allowanceFor]

/**
 * Gives every entitled member of the programme's villages the year's allowance, once; run again, those get theirs who
 * joined since. Who has left keeps the account and what is left in it; entered by another village, it is still the
 * year's one.
 * @returns how many were given one
 */
export const grantAllowances = async (tx: Tx, programmeId: number, poster: Poster = system): Promise<number> => {
  const { rows } = await sql<{ content: Programme; path: string }>`
    select g.content, u.path from micro.programme g join units.unit u on u.id = g.unit_id
    where g.id = ${programmeId}`.execute(tx)
  const { content, path } = rows[0]!
  const opened = await sql<{ id: number }>`
    insert into micro.account (programme_id, kind, member_id)
    select ${programmeId}, 'member', m.id from micro.member m join units.unit v on v.id = m.village_id
    where v.path like ${`${path}%`} and m.active and ${entitled(content)}
      and not exists (select from micro.account a where a.member_id = m.id and a.programme_id = ${programmeId}
        and a.kind = 'member')
      and not exists (select from micro.account a join micro.member o on o.id = a.member_id
        where a.programme_id = ${programmeId} and o.name = m.name and o.phone = m.phone)
    order by m.id on conflict do nothing returning id`.execute(tx)
  if (opened.rows.length === 0) return 0
  const fromId = await grantAccount(tx, programmeId)
  const grants = opened.rows.map(({ id }): Posting => ({ what: 'grant', fromId, toId: id, fen: content.perPersonFen }))
  await post(tx, poster, grants)
  return grants.length
}

const grantAccount = async (tx: Tx, programmeId: number): Promise<number> => {
  await sql`insert into micro.account (programme_id, kind) values (${programmeId}, 'grant')
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select id from micro.account where programme_id = ${programmeId} and kind = 'grant'`.execute(tx)
  return rows[0]!.id
}
