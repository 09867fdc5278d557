import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { businessToday, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { findProject } from '../project/load.ts'
import { approveAmount, releaseRest } from './account.ts'
import { pay } from './pay.ts'
import { addTestMember, addTestProject, booksOf, onProject, someone, testPurse } from './testing.ts'

const { db } = await testDatabase()
const today = await businessToday(db)
let purse: Awaited<ReturnType<typeof testPurse>>
beforeAll(async () => {
  purse = await testPurse(db, 8)
})

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Problem) return error.message
      throw error
    },
  )

const accepted = async (signers: number[], approvedFen: number, spentFen: number): Promise<number> => {
  const id = await addTestProject(db, purse, { signers, spentFen })
  await onProject(db, id, (tx, project) => approveAmount(tx, someone, project, approvedFen))
  await sql`update micro.project set state = 'accepted' where id = ${id}`.execute(db)
  return id
}

let vouchers = 0
const paying = (id: number, fen: number, more: { voucher?: string; paidOn?: string } = {}) => {
  vouchers += 1
  const payment = {
    fen,
    voucher: `记-${vouchers}`,
    payee: '示例村集体账户',
    paidOn: today,
    reason: '标牌随后制作',
    ...more,
  }
  return outcomeOf(onProject(db, id, (tx, project) => pay(tx, someone, project, payment)))
}

const paidRows = async (id: number) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.posting where project_id = ${id} and what = 'pay'`.execute(db)
  return rows[0]!.n
}

describe('a payment', () => {
  it('waits for the acceptance', async () => {
    const id = await addTestProject(db, purse, { signers: purse.memberIds.slice(0, 1), state: 'committee' })
    expect(await paying(id, 100)).toBe('项目尚未验收，不能拨付。')
  })

  it('is at most what was approved and what was spent, and gives the rest back', async () => {
    const signers = purse.memberIds.slice(0, 2)
    const id = await accepted(signers, 30_000, 25_050)
    expect(await paying(id, 25_051)).toBe('拨付金额不能超过核定金额和实际支出，最多可拨付250.50元。')
    expect(await paying(id, 25_050, { paidOn: '2999-01-01' })).toBe('拨付日期不能晚于今天。')
    expect(await paying(id, 25_050)).toBe('done')
    const { rows } = await sql<{ fen: number }>`
      select balance_fen as fen from micro.account where member_id = any(${signers}::bigint[]) order by id`.execute(db)
    expect(rows.map(({ fen }) => fen)).toEqual([0, 14_950])
    expect(await findProject(db, id)).toMatchObject({ state: 'paid', approvedFen: 30_000 })
  })

  it('is recorded once, also when it is sent twice at the same instant', async () => {
    const id = await accepted(purse.memberIds.slice(2, 3), 20_000, 20_000)
    const said = await Promise.all([paying(id, 20_000), paying(id, 20_000), paying(id, 20_000)])
    expect(said.toSorted()).toEqual(['done', '本项目已拨付200元。', '本项目已拨付200元。'])
    expect(await paidRows(id)).toBe(1)
  })

  it('has a voucher of its own', async () => {
    const first = await accepted(purse.memberIds.slice(3, 4), 10_000, 10_000)
    const second = await accepted(purse.memberIds.slice(4, 5), 10_000, 10_000)
    const said = await Promise.all([first, second].map(id => paying(id, 10_000, { voucher: '记-同号' })))
    expect(said.toSorted()).toEqual(['done', '凭证号“记-同号”已经用于向“示例村集体账户”拨付，请核对是否重复登记。'])
    expect((await paidRows(first)) + (await paidRows(second))).toBe(1)
  })
})

describe('the books', { timeout: 120_000 }, () => {
  const act = fc.record({
    what: fc.constantFrom('approve', 'release', 'pay', 'pay' as const),
    project: fc.nat({ max: 5 }),
    fen: fc.integer({ min: 1, max: 60_000 }),
  })

  let round = 0

  it('reconcile to the fen after whatever people do, many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async acts => {
        round += 1
        const signers: number[] = []
        for (let n = 0; n < 7; n += 1) signers.push(await addTestMember(db, purse.villageId, `新${round}-${n}`))
        const ids: number[] = []
        for (let n = 0; n < 6; n += 1)
          ids.push(await addTestProject(db, purse, { signers: signers.slice(n % 4, (n % 4) + 4), spentFen: 25_000 }))
        const run = ({ what, project, fen }: (typeof acts)[number]) => {
          const id = ids[project]!
          if (what === 'pay') return paying(id, fen)
          return outcomeOf(
            onProject(db, id, async (tx, found) => {
              if (what === 'release') return releaseRest(tx, someone, found)
              await approveAmount(tx, someone, found, fen)
              await sql`update micro.project set state = 'accepted' where id = ${id}`.execute(tx)
            }),
          )
        }
        for (let n = 0; n < acts.length; n += 3) await Promise.all(acts.slice(n, n + 3).map(run))
        const { total, wrong, below } = await booksOf(db)
        expect([total, wrong, below]).toEqual([0, [], []])
        const { rows } = await sql<{ paid: number }>`
          select coalesce(sum(fen), 0)::bigint as paid from micro.payment`.execute(db)
        expect((await booksOf(db)).inKind('paid')).toBe(rows[0]!.paid)
      }),
      { numRuns: 12 },
    )
  })
})
