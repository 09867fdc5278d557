import { beforeAll, describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi, projectApi, signatureApi } from '../shared/index.ts'
import { accepted, draft, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

let signed = 0
const ready = async () => {
  signed += 2
  return readyDraft(world, {}, world.memberIds.slice(signed - 2, signed))
}

describe('a yes', () => {
  it('is to what was seen: a secretary’s old page approves nothing that was changed since', async () => {
    const { lead, secretary } = world.people
    const params = { id: await ready() }
    await lead.call(projectApi.submitProject, { params, body: {} })
    const seen = await secretary.call(projectApi.getProject, { params })
    const pass = (revision: number) =>
      secretary.call(projectApi.takeStep, { params, body: { step: 'secretary', outcome: 'pass', revision } })
    await lead.call(projectApi.withdrawProject, { params, body: {} })
    const { revision } = await lead.call(projectApi.getProject, { params })
    await lead.call(projectApi.saveProject, { params, body: { ...draft, title: '换了内容', revision } })
    await lead.call(projectApi.submitProject, { params, body: {} })
    await expect(pass(seen.revision)).rejects.toMatchObject({
      status: 409,
      code: 'version.conflict',
      current: { title: '换了内容' },
    })
    const now = await secretary.call(projectApi.getProject, { params })
    expect(now.state).toBe('secretary')
    await pass(now.revision)
    expect((await secretary.call(projectApi.getProject, { params })).state).toBe('office')
  })

  it('of a meeting is to the projects as its list showed them', async () => {
    const { member } = world.people
    const id = await ready()
    await passUpTo(world, id, 'amount')
    const { waiting } = await member.call(projectApi.listMeetings, { params: { id: world.programmeId } })
    const { revision } = waiting.find(each => each.id === id)!
    const hold = (seen: number) =>
      member.call(projectApi.recordMeeting, {
        params: { id: world.programmeId },
        body: {
          ...{ heldOn: '2023-10-07', attendees: '全体委员', resolution: '同意。' },
          decisions: [{ projectId: id, revision: seen, outcome: 'pass' as const }],
        },
      })
    await expect(hold(revision - 1)).rejects.toMatchObject({ status: 409, code: 'version.conflict' })
    await hold(revision)
  })
})

it('money goes before the plaque only with a written reason, which stands on record (R004-12)', async () => {
  const { finance } = world.people
  signed += 2
  const params = { id: await accepted(db, world, world.memberIds.slice(signed - 2, signed)) }
  const payment = { fen: 24_000, voucher: '记-1', payee: '东村集体账户', paidOn: '2023-10-07' }
  const pay = (reason: string) => finance.call(moneyApi.payProject, { params, body: { ...payment, reason } })
  expect((await finance.call(moneyApi.getProjectMoney, { params })).plaqueOrdered).toBe(false)
  await expect(pay(' ')).rejects.toMatchObject({
    code: 'micro.plaque',
    status: 422,
    findings: [{ path: 'reason', rule: 'R004-12' }],
  })
  await pay('年底结账，标牌随后制作')
  const money = await finance.call(moneyApi.getProjectMoney, { params })
  expect(money.payment).toMatchObject({ fen: 24_000, reason: '年底结账，标牌随后制作' })
})

it('a member’s signature is taken out with its reason on record', async () => {
  const { lead } = world.people
  const id = await ready()
  const params = { id, memberId: world.memberIds[signed - 1]! }
  await lead.call(signatureApi.takeBackBacking, { params, body: { reason: '本人不同意' } })
  const [entry] = (await history(db, 'micro.project', id)).filter(({ action }) => action.endsWith('take-back'))
  expect(entry!.detail).toEqual({ members: [params.memberId], reason: '本人不同意' })
})
