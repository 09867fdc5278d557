import { system } from '#kernel/audit/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { shippedProgrammes } from '../programme/shipped.ts'
import { findProject, type Project } from '../project/load.ts'
import type { State } from '../shared/index.ts'
import { grantAllowances } from './account.ts'

export const hehua = shippedProgrammes().find(({ id }) => id === 'hehua-2023')!

/** A sub-district with two villages, a programme and members who have their allowance. */
export const testPurse = async (db: Db, members: number) => {
  const { districtId, villageId, otherId } = await inTransaction(db, async tx => {
    const districtId = await addUnit(tx, { name: '示例街道', kind: 'township' })
    const villageId = await addUnit(tx, { name: '示例村', kind: 'village', parentId: districtId, sortNo: 1 })
    const otherId = await addUnit(tx, { name: '邻村', kind: 'village', parentId: districtId, sortNo: 2 })
    return { districtId, villageId, otherId }
  })
  const memberIds: number[] = []
  for (let n = 1; n <= members; n += 1) memberIds.push(await addTestMember(db, villageId, `党员${n}`))
  const { rows } = await sql<{ id: number }>`
    insert into micro.programme (unit_id, slug, year, content)
    values (${districtId}, 'test-2023', 2023, ${JSON.stringify(hehua)}::jsonb) returning id`.execute(db)
  const programmeId = rows[0]!.id
  await inTransaction(db, tx => grantAllowances(tx, programmeId))
  return { districtId, villageId, otherId, programmeId, memberIds }
}

export const addTestMember = async (db: Db, villageId: number, name: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.member (village_id, name, party, representative)
    values (${villageId}, ${name}, true, false) returning id`.execute(db)
  return rows[0]!.id
}

let made = 0

type Wanted = {
  title?: string
  signers: number[]
  state?: State
  spentFen?: number
  askedFen?: number
  organiser?: Project['organiser']
}

/** A project of the first signer's village, signed by some members in the order given. @returns its id */
export const addTestProject = async (
  db: Db,
  { programmeId, villageId }: { programmeId: number; villageId: number },
  { title, signers, state = 'amount', spentFen = 0, askedFen = 100_000 }: Wanted,
): Promise<number> => {
  made += 1
  const code = made.toString(10).padStart(8, '0')
  const { rows } = await sql<{ id: number }>`
    insert into micro.project (code, programme_id, village_id, lead_id, title, state, spent_fen, asked_fen)
    values (${code}, ${programmeId}, ${villageId}, ${signers[0]!}, ${title ?? `项目${made}`}, ${state}, ${spentFen},
      ${askedFen}) returning id`.execute(db)
  const id = rows[0]!.id
  for (const member of signers)
    await sql`insert into micro.backing (project_id, member_id, way) values (${id}, ${member}, 'paper')`.execute(db)
  return id
}

/** Runs a verb on a project as an endpoint does: in one transaction that has locked it. */
export const onProject = <T>(
  db: Db,
  id: number,
  verb: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], project: Project) => Promise<T>,
): Promise<T> => inTransaction(db, async tx => verb(tx, (await findProject(tx, id, true))!))

export const someone = { ...system, accountId: null }

/** Every account with what its postings add up to, and the sum of all, which is nothing. */
export const booksOf = async (db: Db) => {
  const { rows } = await sql<{ id: number; kind: string; balance: number; posted: number }>`
    select a.id, a.kind, a.balance_fen as balance,
      coalesce((select sum(case a.id when p.to_id then p.fen else -p.fen end) from micro.posting p
        where a.id in (p.from_id, p.to_id)), 0)::bigint as posted
    from micro.account a order by a.id`.execute(db)
  return {
    total: rows.reduce((sum, { balance }) => sum + balance, 0),
    wrong: rows.filter(({ balance, posted }) => balance !== posted),
    below: rows.filter(({ kind, balance }) => kind !== 'grant' && balance < 0),
    inKind: (kind: string) => rows.filter(row => row.kind === kind).reduce((sum, { balance }) => sum + balance, 0),
  }
}
