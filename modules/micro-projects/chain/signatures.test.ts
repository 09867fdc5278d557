import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { householdApi, projectApi, signatureApi } from '../shared/index.ts'
import { newHousehold, writtenBy } from '../signatures/testing.ts'
import { confirmCallBacks, draft, type MicroWorld, meet, microWorld, onDay, passUpTo } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

let signed = 0
/** Signed by five households and not one more, on the secretary's desk no longer. */
const atOffice = async (): Promise<number> => {
  const { people, memberIds, programmeId } = world
  const body = { ...draft, programmeId, leadId: memberIds[0]! }
  const { id } = await people.lead.call(projectApi.createProject, { body })
  const at = { params: { id } }
  const sheetKey = await world.sheet(people.lead)
  const signers = { memberIds: memberIds.slice(signed, signed + 2), sheetKey }
  await people.lead.call(signatureApi.addBackings, { ...at, body: signers })
  signed += 2
  for (let n = 0; n < 5; n += 1) {
    const deviceAt = new Date(Date.now() - 120_000 * (5 - n)).toISOString()
    const body = { household: newHousehold(), ink: writtenBy(id * 100 + n), deviceAt, actKey: randomUUID() }
    await people.lead.call(signatureApi.signFaceToFace, { ...at, body })
  }
  await passUpTo(world, id, 'secretary')
  return id
}

const pass = (by: 'office' | 'leader' | 'finance', id: number, step: 'office' | 'leader' | 'amount', more = {}) =>
  world.people[by].call(projectApi.takeStep, { params: { id }, body: { step, outcome: 'pass', ...more } })
const view = (id: number) => world.people.office.call(projectApi.getProject, { params: { id } })
const sample = async (projectId: number) =>
  (await world.people.office.call(signatureApi.listCallBacks, { query: { projectId } })).rows
const deny = (id: number) =>
  world.people.office.call(signatureApi.enterCallBack, { params: { id }, body: { outcome: 'denied', note: '' } })
const tooFew = { code: 'micro.not-ready', findings: [{ rule: 'R004-02', severity: 'block' }] }

describe('with call-backs open (R004-03)', () => {
  it('the office passes nothing without a word; what it writes stands on record with what was open', async () => {
    const id = await atOffice()
    await expect(pass('office', id, 'office')).rejects.toMatchObject({
      code: 'micro.signs',
      findings: [
        { path: 'comment', severity: 'block' },
        { rule: 'R004-03', message: '抽中回访的2户中还有2户未登记结果。' },
      ],
    })
    expect((await view(id)).state).toBe('office')
    await pass('office', id, 'office', { comment: '两户外出务工，已向组长核实。' })
    const passed = (await history(db, 'micro.project', id)).find(({ detail }) => detail.signs)
    expect([passed?.detail.signs, (await view(id)).history.at(-1)?.comment]).toEqual([
      ['抽中回访的2户中还有2户未登记结果。'],
      '两户外出务工，已向组长核实。',
    ])
  })

  it('the office passes in silence once every household of the sample has said yes', async () => {
    const id = await atOffice()
    await confirmCallBacks(world.people.office, id)
    await pass('office', id, 'office')
    expect((await view(id)).state).toBe('leader')
  })
})

describe('with fewer than five households left (R004-02)', () => {
  it('the leader does not pass it on', async () => {
    const id = await atOffice()
    await pass('office', id, 'office', { comment: '稍后回访。' })
    const [first] = await sample(id)
    await deny(first!.id)
    await expect(pass('leader', id, 'leader')).rejects.toMatchObject(tooFew)
    expect((await view(id)).state).toBe('leader')
  })

  it('the amount is not fixed', async () => {
    const id = await atOffice()
    await pass('office', id, 'office', { comment: '稍后回访。' })
    await pass('leader', id, 'leader')
    await deny((await sample(id))[0]!.id)
    await expect(pass('finance', id, 'amount', { fen: 25_000 })).rejects.toMatchObject(tooFew)
    expect((await view(id)).approvedFen).toBeNull()
  })

  it('the meeting approves none of its batch, names the project, and may still refuse it', async () => {
    const { people, programmeId } = world
    const id = await atOffice()
    await pass('office', id, 'office', { comment: '稍后回访。' })
    await pass('leader', id, 'leader')
    await pass('finance', id, 'amount', { fen: 25_000 })
    await deny((await sample(id))[0]!.id)
    await expect(meet(people.member, programmeId, [id])).rejects.toMatchObject({
      ...tooFew,
      message: expect.stringContaining(`“${draft.title}”`),
    })
    expect((await view(id)).state).toBe('meeting')
  })

  it('also when two entries of one household are merged after the office has passed', async () => {
    const id = await atOffice()
    await pass('office', id, 'office', { comment: '稍后回访。' })
    await confirmCallBacks(world.people.office, id)
    const { signatures } = await world.people.staff.call(signatureApi.getSignatures, { params: { id } })
    const [one, other] = signatures.map(({ household }) => household.id)
    await world.people.staff.call(householdApi.mergeHousehold, {
      params: { id: one! },
      body: { intoId: other!, reason: '同一户' },
    })
    await expect(pass('leader', id, 'leader')).rejects.toMatchObject(tooFew)
  })
})
