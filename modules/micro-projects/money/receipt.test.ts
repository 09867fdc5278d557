import { beforeAll, describe, expect, it } from 'vitest'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { businessToday, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi } from '../shared/index.ts'
import { approveAmount } from './account.ts'
import { moneyRoutes } from './routes.ts'
import { addTestProject, onProject, someone, testPurse } from './testing.ts'

const { db } = await testDatabase()
const today = await businessToday(db)
let purse: Awaited<ReturnType<typeof testPurse>>
let staff: TestClient
beforeAll(async () => {
  purse = await testPurse(db, 1)
  staff = await testApi(db, moneyRoutes).signedIn({ unitId: purse.villageId, roles: ['village-staff'] })
})

/** A project under construction that may spend a yuan. */
const building = async (title: string): Promise<number> => {
  const id = await addTestProject(db, purse, { title, signers: purse.memberIds })
  await onProject(db, id, (tx, project) => approveAmount(tx, someone, project, 100))
  await sql`update micro.project set state = 'building' where id = ${id}`.execute(db)
  return id
}

let uploaded = 0
/** A picture as an upload leaves it; the same content is the same picture under another key. */
const upload = async (content: string): Promise<string> => {
  uploaded += 1
  const key = `r${uploaded}`
  await sql`insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by)
    values (${key}, encode(sha256(${content}::bytea), 'hex'), 'r.jpg', 'image/jpeg', 9, '{}',
      ${purse.villageId}, 'test')`.execute(db)
  return key
}

const enter = async (id: number, item: string, fen: number, receipt: string) => {
  const body = { kind: 'material', item, fen, boughtOn: today, receiptKey: await upload(receipt) }
  return staff.call(moneyApi.addExpense, { params: { id }, body })
}

describe('a receipt', () => {
  it('is paid once for a project, which is told what to do where it has several things', async () => {
    const id = await building('修路')
    await enter(id, '沙', 50, 'sand and cement')
    const message = '这张票据已经用于本项目的“沙”（0.50元）。一张票据上有几样东西的，请删去那一笔，合并为一笔登记。'
    await expect(enter(id, '水泥', 50, 'sand and cement')).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'receiptKey', severity: 'block', rule: 'R004-04', message }],
    })
    const { expenses } = await staff.call(moneyApi.getProjectMoney, { params: { id } })
    await staff.call(moneyApi.removeExpense, { params: { id, expense: expenses[0]!.id } })
    expect(await enter(id, '沙和水泥', 100, 'sand and cement')).toMatchObject({ spentFen: 100 })
  })

  it('is paid for one of several projects that hand it in at the same instant', async () => {
    const ids = [await building('修井'), await building('修桥'), await building('修渠')]
    const said = await Promise.allSettled(ids.map(id => enter(id, '水泥', 100, 'handed in three times')))
    expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const each of said)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ status: 422, code: 'micro.expense' })
  })
})
