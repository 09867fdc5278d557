import { beforeAll, describe, expect, it } from 'vitest'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { readSheet } from '#kernel/documents/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { businessToday, countQueries, inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi } from '../shared/index.ts'
import { approveAmount } from './account.ts'
import { moneyRoutes } from './routes.ts'
import { addTestProject, onProject, someone, testPurse } from './testing.ts'

const { db } = await testDatabase()
const today = await businessToday(db)
const server = testApi(db, moneyRoutes)
let purse: Awaited<ReturnType<typeof testPurse>>
let projectId: number
let people: Record<'staff' | 'finance' | 'neighbour' | 'representative' | 'stranger', TestClient>

const addReceipt = async (key: string, content = key): Promise<string> => {
  await sql`insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by)
    values (${key}, encode(sha256(${content}::bytea), 'hex'), 'r.jpg', 'image/jpeg', 9, '{}', ${purse.villageId}, 'test')
  `.execute(db)
  return key
}

beforeAll(async () => {
  purse = await testPurse(db, 6)
  projectId = await addTestProject(db, purse, { title: '=修水渠', signers: purse.memberIds.slice(0, 3) })
  await onProject(db, projectId, (tx, project) => approveAmount(tx, someone, project, 50_000))
  await sql`update micro.project set state = 'building' where id = ${projectId}`.execute(db)
  const elsewhere = await inTransaction(db, tx => addUnit(tx, { name: '外地街道', kind: 'township' }))
  people = {
    staff: await server.signedIn({ unitId: purse.villageId, roles: ['village-staff'] }),
    representative: await server.signedIn({ unitId: purse.villageId, roles: ['representative'] }),
    finance: await server.signedIn({ unitId: purse.districtId, roles: ['finance'] }),
    neighbour: await server.signedIn({ unitId: purse.otherId, roles: ['village-staff'] }),
    stranger: await server.signedIn({ unitId: elsewhere, roles: ['finance', 'party-office'] }),
  }
})

const params = () => ({ id: projectId })
const add = async (by: TestClient, more: { kind?: string; item?: string; fen?: number; receiptKey?: string } = {}) =>
  by.call(moneyApi.addExpense, {
    params: params(),
    body: {
      kind: 'material',
      item: '水泥',
      fen: 20_000,
      boughtOn: today,
      receiptKey: more.receiptKey ?? (await addReceipt(`r${Math.random()}`)),
      ...more,
    },
  })

describe('expenses', () => {
  it('are entered with their receipt, and their sum is kept', async () => {
    expect(await add(people.staff)).toEqual({ spentFen: 20_000, findings: [] })
    expect(await add(people.staff, { fen: 10_050, item: '慰问品' })).toMatchObject({
      spentFen: 30_050,
      findings: [{ path: 'item', severity: 'warning', rule: 'R004-08' }],
    })
    const money = await people.finance.call(moneyApi.getProjectMoney, { params: params() })
    expect(money).toMatchObject({ approvedFen: 50_000, spentFen: 30_050, payableFen: 30_050 })
    expect(money.expenses.map(({ item, fen, kindName }) => [item, fen, kindName])).toEqual([
      ['水泥', 20_000, '原材料'],
      ['慰问品', 10_050, '原材料'],
    ])
    expect(money.permissions).toEqual({ edit: false, pay: false })
  })

  it('that are wages, by kind or hidden, are refused with their rule', async () => {
    await expect(add(people.staff, { kind: 'wage' })).rejects.toThrow('劳务工资不得在专项经费中列支')
    await expect(add(people.staff, { item: '水泥和人 工费' })).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'item', rule: 'R004-06' }],
    })
  })

  it('are never more than was approved', async () => {
    await expect(add(people.staff, { fen: 19_951 })).rejects.toThrow('开支合计500.01元，超出核定经费500元。')
  })

  it('need a receipt that was handed in for no other project', async () => {
    const other = await addTestProject(db, purse, { title: '修路灯', signers: purse.memberIds.slice(3, 4) })
    await onProject(db, other, (tx, project) => approveAmount(tx, someone, project, 100))
    await sql`update micro.project set state = 'building' where id = ${other}`.execute(db)
    const first = await addReceipt('first', 'one receipt')
    const body = { kind: 'material', item: '灯泡', fen: 100, boughtOn: today, receiptKey: first }
    await people.staff.call(moneyApi.addExpense, { params: { id: other }, body })
    const again = await addReceipt('again', 'one receipt')
    await expect(add(people.staff, { fen: 100, receiptKey: again })).rejects.toThrow('已经用于项目“修路灯”')
    await expect(add(people.staff, { fen: 100, receiptKey: 'none' })).rejects.toThrow('附件没有找到')
  })

  it('add up when several are entered at once', async () => {
    const receipts = await Promise.all([1, 2, 3, 4].map(n => addReceipt(`at-once-${n}`)))
    const said = await Promise.allSettled(receipts.map(receiptKey => add(people.staff, { fen: 6_000, receiptKey })))
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    const money = await people.staff.call(moneyApi.getProjectMoney, { params: params() })
    expect(money.spentFen).toBe(48_050)
    const last = money.expenses.at(-1)!
    const removal = { params: { ...params(), expense: last.id } }
    expect(await people.staff.call(moneyApi.removeExpense, removal)).toEqual({ spentFen: 42_050, findings: [] })
    await expect(people.staff.call(moneyApi.removeExpense, removal)).rejects.toMatchObject({ status: 404 })
  })

  it('are the village’s own: neighbours neither see nor enter them, finance does not enter them', async () => {
    await expect(add(people.neighbour)).rejects.toMatchObject({ status: 403 })
    await expect(add(people.finance)).rejects.toMatchObject({ status: 403 })
    for (const by of [people.neighbour, people.stranger])
      await expect(by.call(moneyApi.getProjectMoney, { params: params() })).rejects.toMatchObject({ status: 403 })
  })

  it('stand still once the project goes on', async () => {
    await sql`update micro.project set state = 'accepted' where id = ${projectId}`.execute(db)
    await expect(add(people.staff, { fen: 1 })).rejects.toThrow('现在不能登记或修改开支')
  })
})

describe('the payment', () => {
  const body = () => ({ fen: 42_050, voucher: '记-1', payee: '+示例村集体账户', paidOn: today, reason: '标牌随后制作' })

  it('is recorded by the finance office of the sub-district and nobody else', async () => {
    for (const by of [people.staff, people.representative, people.stranger])
      await expect(by.call(moneyApi.payProject, { params: params(), body: body() })).rejects.toMatchObject({
        status: 403,
      })
    expect(await people.finance.call(moneyApi.payProject, { params: params(), body: body() })).toEqual({ ok: true })
    await expect(people.finance.call(moneyApi.payProject, { params: params(), body: body() })).rejects.toThrow(
      '本项目已拨付420.50元。',
    )
  })
})

describe('the books of a programme', () => {
  const of = () => ({ params: { id: purse.programmeId } })

  it('tell where all the money stands', async () => {
    const { rows, totals } = await people.finance.call(moneyApi.listLedger, { ...of(), query: {} })
    expect(totals).toEqual({ granted: 120_000, free: 77_850, reserved: 100, paid: 42_050 })
    expect(rows.slice(0, 2).map(({ what, fen, memberName }) => [what, fen, memberName])).toEqual([
      ['release', 7_950, '党员3'],
      ['pay', 42_050, null],
    ])
    const mine = { ...of(), query: { memberId: purse.memberIds[2]! } }
    const { rows: account } = await people.finance.call(moneyApi.listLedger, mine)
    expect(account.map(({ what, fen }) => [what, fen])).toEqual([
      ['release', 7_950],
      ['approve', 10_000],
      ['grant', 20_000],
    ])
  })

  it('page by keyset with as many queries for many as for few', async () => {
    const { rows } = await people.finance.call(moneyApi.listLedger, { ...of(), query: { projectId } })
    const after = rows[1]!.id
    const { answer, count } = await countQueries(db, () =>
      people.finance.call(moneyApi.listLedger, { ...of(), query: { projectId, after } }),
    )
    expect(answer.rows.map(({ id }) => id)).toEqual(rows.slice(2).map(({ id }) => id))
    const { count: less } = await countQueries(db, () =>
      people.finance.call(moneyApi.listLedger, { ...of(), query: { projectId, after: rows[0]!.id } }),
    )
    expect(less).toBe(count)
  })

  it('name members to the village’s staff, mask them for its representatives, and stay shut to neighbours', async () => {
    const query = { villageId: purse.villageId }
    const namesFor = async (by: TestClient) =>
      (await by.call(moneyApi.listAllowances, { ...of(), query })).rows.map(({ name }) => name)
    expect(await namesFor(people.staff)).toContain('党员4')
    expect(new Set(await namesFor(people.representative))).toEqual(new Set(['党*']))
    expect(await namesFor(people.neighbour)).toEqual([])
    const { rows } = await people.neighbour.call(moneyApi.listLedger, { ...of(), query: {} })
    expect(rows).toEqual([])
    await expect(people.stranger.call(moneyApi.listLedger, { ...of(), query: {} })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('say what each allowance was used for', async () => {
    const query = { villageId: purse.villageId }
    const { rows } = await people.staff.call(moneyApi.listAllowances, { ...of(), query })
    expect(rows.slice(0, 4).map(({ name, leftFen, used }) => [name, leftFen, used.map(({ fen }) => fen)])).toEqual([
      ['党员1', 0, [20_000]],
      ['党员2', 0, [20_000]],
      ['党员3', 17_950, [2_050]],
      ['党员4', 19_900, [100]],
    ])
  })

  it('are summed up village by village', async () => {
    const report = await people.finance.call(moneyApi.getYearlyReport, of())
    expect(report.rows.map(({ villageName }) => villageName)).toEqual(['示例村', '邻村'])
    expect(report.total).toEqual({
      ...{ projects: 2, approved: 2, finished: 1, members: 6, signers: 4, households: 0 },
      ...{ askedFen: 200_000, approvedFen: 50_100, spentFen: 42_150, paidFen: 42_050 },
    })
    const own = await people.neighbour.call(moneyApi.getYearlyReport, of())
    expect(own.rows.map(({ villageName, projects }) => [villageName, projects])).toEqual([['邻村', 0]])
  })

  it('go out as a workbook without formulas, on record', async () => {
    const path = `/api/micro/programmes/${purse.programmeId}/money.xlsx`
    const fetchAs = (by: TestClient) => server.app.request(path, { headers: { cookie: by.cookie } })
    expect((await fetchAs(people.representative)).status).toBe(403)
    const response = await fetchAs(people.finance)
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()), { sheet: 2 })
    expect(JSON.stringify(sheet)).toContain("'=修水渠")
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from audit.entry where action = 'micro.money.export'`.execute(db)
    expect(rows[0]!.n).toBe(1)
  })
})
