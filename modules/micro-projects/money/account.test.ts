import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { findProject } from '../project/load.ts'
import { approveAmount, grantAllowances, releaseRest } from './account.ts'
import { addTestMember, addTestProject, booksOf, onProject, someone, testPurse } from './testing.ts'

const { db } = await testDatabase()
let purse: Awaited<ReturnType<typeof testPurse>>
beforeAll(async () => {
  purse = await testPurse(db, 12)
})

const approve = (id: number, fen: number) =>
  onProject(db, id, (tx, project) => approveAmount(tx, someone, project, fen))
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Problem ? error.message : String(error)),
  )
const left = async (memberId: number) => {
  const { rows } = await sql<{ fen: number }>`
    select balance_fen as fen from micro.account
    where member_id = ${memberId} and programme_id = ${purse.programmeId}`.execute(db)
  return rows[0]?.fen
}

describe('allowances', () => {
  it('are given once, and to those who join later', async () => {
    const grant = () => inTransaction(db, tx => grantAllowances(tx, purse.programmeId))
    expect(await grant()).toBe(0)
    const late = await addTestMember(db, purse.villageId, '新党员')
    expect(await Promise.all([grant(), grant()])).toEqual(expect.arrayContaining([0, 1]))
    expect(await left(late)).toBe(20_000)
    await sql`update micro.member set active = false where id = ${late}`.execute(db)
    expect(await grant()).toBe(0)
    expect(await left(late)).toBe(20_000)
  })

  it('go to party members alone where the programme says so', async () => {
    expect(await grantedNextYear()).toEqual({ party: 20_000, representative: undefined })
  })
})

/** A programme of the next year for party members alone, and a representative who is none. */
const grantedNextYear = async () => {
  const { rows } = await sql<{ id: number }>`
    insert into micro.programme (unit_id, slug, year, content)
    select unit_id, 'test-2024', 2024, jsonb_set(content, '{allowanceFor}', '"members"') from micro.programme
    where id = ${purse.programmeId} returning id`.execute(db)
  await sql`insert into micro.member (village_id, name, party, representative)
    values (${purse.villageId}, '群众代表', false, true)`.execute(db)
  await inTransaction(db, tx => grantAllowances(tx, rows[0]!.id))
  const inYear = async (name: string) => {
    const { rows: found } = await sql<{ fen: number }>`
      select a.balance_fen as fen from micro.account a join micro.member m on m.id = a.member_id
      where a.programme_id = ${rows[0]!.id} and m.name = ${name}`.execute(db)
    return found[0]?.fen
  }
  return { party: await inYear('党员1'), representative: await inYear('群众代表') }
}

describe('an approved amount', () => {
  it('is drawn in the order of signatures until it is reached', async () => {
    const [a, b, c] = purse.memberIds as [number, number, number]
    const id = await addTestProject(db, purse, { title: '修水渠', signers: [b, a, c] })
    await approve(id, 30_000)
    expect([await left(b), await left(a), await left(c)]).toEqual([0, 10_000, 20_000])
    expect((await findProject(db, id))!.approvedFen).toBe(30_000)
    expect(await refusalOf(approve(id, 100))).toBe('本项目已核定300元，不能重复核定。')
  })

  it('is never more than the allowance of everyone who signed', async () => {
    const id = await addTestProject(db, purse, { signers: purse.memberIds.slice(3, 5) })
    expect(await refusalOf(approve(id, 40_001))).toBe('本项目2名党员/代表签名，经费上限400元，申请400.01元超出。')
    expect((await findProject(db, id))!.approvedFen).toBeNull()
  })

  it('names whose allowance is used, and for what', async () => {
    const id = await addTestProject(db, purse, { signers: purse.memberIds.slice(0, 2) })
    expect(await refusalOf(approve(id, 20_000))).toBe(
      '党员1本年度200元额度已用于“修水渠”，还剩100元。党员2本年度200元额度已用于“修水渠”。' +
        '签名的党员、代表可用额度合计100元，核定200元超出。',
    )
  })

  it('goes back to the members when the project is refused', async () => {
    const [one, two] = purse.memberIds.slice(5, 7) as [number, number]
    const id = await addTestProject(db, purse, { signers: [one, two] })
    await approve(id, 25_000)
    await onProject(db, id, (tx, project) => releaseRest(tx, someone, project))
    expect([await left(one), await left(two)]).toEqual([20_000, 20_000])
    expect((await findProject(db, id))!.approvedFen).toBeNull()
  })

  it('fits only once where six projects ask for the last of one allowance at the same instant', async () => {
    const member = purse.memberIds[8]!
    const ids: number[] = []
    for (let n = 0; n < 6; n += 1) ids.push(await addTestProject(db, purse, { signers: [member] }))
    const said = await Promise.all(ids.map(id => refusalOf(approve(id, 20_000))))
    expect(said.filter(each => each === 'no refusal')).toHaveLength(1)
    expect(said.filter(each => /^党员9本年度200元额度已用于“项目\d+”。/.test(each))).toHaveLength(5)
    expect(await left(member)).toBe(0)
  })

  it('fits as often as the allowance lasts, whoever comes first and in whatever order they signed', async () => {
    const signers = purse.memberIds.slice(9, 12)
    const ids: number[] = []
    for (let n = 0; n < 6; n += 1)
      ids.push(await addTestProject(db, purse, { signers: n % 2 ? signers : signers.toReversed() }))
    const said = await Promise.all(ids.map(id => refusalOf(approve(id, 15_000))))
    expect(said.filter(each => each === 'no refusal')).toHaveLength(4)
    expect(said.filter(each => each.includes('可用额度合计0元'))).toHaveLength(2)
  })

  it('leaves books that add up to nothing', async () => {
    const books = await booksOf(db)
    expect([books.total, books.wrong, books.below]).toEqual([0, [], []])
  })
})
