import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi, programmeApi, projectApi, signatureApi } from '../shared/index.ts'
import { type MicroWorld, meet, microWorld, onDay, passUpTo, programme, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
type County = Record<'office' | 'leader' | 'finance' | 'member', TestClient>
let world: MicroWorld
let county: County
beforeAll(async () => {
  await onDay(db, '2023-10-07')
  const countyId = await inTransaction(db, tx => addUnit(tx, { name: '示例县', kind: 'county' }))
  world = await microWorld(db, countyId)
  const post = (role: 'party-office' | 'leader' | 'finance' | 'organisation-member') =>
    world.signedIn({ unitId: countyId, roles: [role] })
  county = {
    office: await post('party-office'),
    leader: await post('leader'),
    finance: await post('finance'),
    member: await post('organisation-member'),
  }
})

const notTheirs = { status: 403, code: 'not.allowed' }

describe('posts of the county above the sub-district (R004-10)', () => {
  it('read a project and its money, and take none of its steps', async () => {
    const id = await readyDraft(world)
    const params = { id }
    await passUpTo(world, id, 'secretary')
    const due = await world.people.office.call(projectApi.listProjects, { query: { mine: '1' } })
    expect(due.rows.map(({ id }) => id)).toEqual([id])
    const take = (by: TestClient, step: 'office' | 'leader' | 'amount', more = {}) =>
      by.call(projectApi.takeStep, { params, body: { step, outcome: 'pass', comment: '县里同意', ...more } })
    await expect(take(county.office, 'office')).rejects.toMatchObject(notTheirs)
    await expect(take(county.leader, 'leader')).rejects.toMatchObject(notTheirs)
    await expect(take(county.finance, 'amount', { fen: 25_000 })).rejects.toMatchObject(notTheirs)
    for (const by of Object.values(county)) {
      const seen = await by.call(projectApi.getProject, { params })
      expect([seen.state, seen.permissions.step]).toEqual(['office', null])
      const mine = await by.call(projectApi.listProjects, { query: { mine: '1' } })
      const all = await by.call(projectApi.listProjects, { query: {} })
      expect([mine.total, mine.rows, all.total, all.rows.map(row => row.mine)]).toEqual([0, [], 1, [false]])
    }
    expect((await county.finance.call(moneyApi.getProjectMoney, { params })).permissions.pay).toBe(false)
  })

  it('hold no meeting, pay nothing, issue no notice and order no plaque', async () => {
    const id = await readyDraft(world, {}, world.memberIds.slice(3, 6))
    const params = { id }
    await passUpTo(world, id, 'amount')
    const payment = { fen: 1, voucher: '记-1', payee: '县里', paidOn: '2023-10-07' }
    await expect(meet(county.member, world.programmeId, [id])).rejects.toMatchObject(notTheirs)
    await expect(county.finance.call(moneyApi.payProject, { params, body: payment })).rejects.toMatchObject(notTheirs)
    await expect(county.office.call(projectApi.issueNotice, { params, body: {} })).rejects.toMatchObject(notTheirs)
    const plaque = { textKey: 'party-members' as const }
    await expect(county.office.call(projectApi.orderPlaque, { params, body: plaque })).rejects.toMatchObject(notTheirs)
    const change = { programme, reason: '县里要改' }
    await expect(
      county.office.call(programmeApi.changeProgramme, { params: { id: world.programmeId }, body: change }),
    ).rejects.toMatchObject(notTheirs)
  })

  it('see neither the numbers of households nor who is to be called back', async () => {
    const id = await readyDraft(world, {}, world.memberIds.slice(6, 9))
    await passUpTo(world, id, 'secretary')
    const { signatures } = await world.people.office.call(signatureApi.getSignatures, { params: { id } })
    const numbers = signatures.map(({ household }) => household.phone)
    const said = JSON.stringify([
      await county.office.call(signatureApi.getSignatures, { params: { id } }),
      await county.office.call(signatureApi.listCallBacks, { query: {} }),
    ])
    expect(numbers.filter(number => number !== null && said.includes(number))).toEqual([])
    expect((await county.office.call(signatureApi.listCallBacks, { query: {} })).open).toBe(0)
    await expect(county.office.call(signatureApi.getSigns, { params: { id } })).rejects.toMatchObject(notTheirs)
  })
})
