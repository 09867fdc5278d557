import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { memberApi, projectApi, signatureApi } from '../shared/index.ts'
import { type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-09-20')
  world = await microWorld(db)
})

const view = (id: number) => world.people.lead.call(projectApi.getProject, { params: { id } })
const submit = (id: number) => world.people.lead.call(projectApi.submitProject, { params: { id }, body: {} })
const findings = async (id: number) => (await view(id)).findings.map(({ path, rule, message }) => [path, rule, message])
const allowanceFor = (who: string) =>
  sql`update micro.programme set content = content || ${JSON.stringify({ allowanceFor: who })}::jsonb`.execute(db)

describe('a draft', () => {
  it('with a wage in the quantity of a material cannot be submitted (R004-06)', async () => {
    const line = { kind: 'material', item: '水泥', quantity: '10包，含人工费200元', fen: 20_000 }
    const id = await readyDraft(world, { lines: [line] })
    expect((await view(id)).findings).toMatchObject([{ path: 'lines.0.quantity', severity: 'block', rule: 'R004-06' }])
    await expect(submit(id)).rejects.toMatchObject({ code: 'micro.not-ready' })
  })

  it('that names who is alone or poor is warned at the field, and may be submitted', async () => {
    const id = await readyDraft(world, { title: '为独居老人修坡道' }, world.memberIds.slice(13, 15))
    expect((await view(id)).findings).toMatchObject([{ path: 'title', severity: 'warning' }])
    await submit(id)
  })

  it('whose signers’ allowances are used cannot be submitted, and says on what (R004-01)', async () => {
    const signers = world.memberIds.slice(3, 5)
    await passUpTo(world, await readyDraft(world, { title: '修渠' }, signers), 'amount')
    const id = await readyDraft(world, {}, signers)
    const said =
      '孙代表本年度200元额度已用于“修渠”。周代表本年度200元额度已用于“修渠”，还剩150元。签名的2名党员、代表可用额度合计150元，申请250元超出。'
    expect(await findings(id)).toEqual([['lines', 'R004-01', said]])
    await expect(submit(id)).rejects.toMatchObject({ code: 'micro.not-ready' })
  })

  it('counts only the signers who have an allowance (R004-01)', async () => {
    await allowanceFor('representatives')
    const newcomer = { name: '新党员', phone: null, party: true, representative: false }
    const { id: party } = await world.people.staff.call(memberApi.addMember, {
      params: { id: world.units.village },
      body: newcomer,
    })
    const id = await readyDraft(world, {}, [party, world.memberIds[11]!])
    expect(await findings(id)).toEqual([['lines', 'R004-01', '本项目1名代表签名，经费上限200元，申请250元超出。']])
    await allowanceFor('both')
    expect(await findings(id)).toEqual([])
  })
})

it('shows what a member has left to who collects signatures and to the posts above, not to another representative', async () => {
  const id = await readyDraft(world, {}, world.memberIds.slice(12, 14))
  const { people } = world
  const neighbour = await world.signedIn({ unitId: world.units.village, roles: ['representative'] })
  const left = async (by: typeof neighbour) => {
    const { backings, members } = await by.call(signatureApi.getSignatures, { params: { id } })
    return [
      backings.map(({ member }) => member.leftFen),
      members.find(member => member.id === world.memberIds[4])?.leftFen,
    ]
  }
  for (const by of [people.lead, people.staff]) expect(await left(by)).toEqual([[20_000, 20_000], 15_000])
  await sql`update micro.project set state = 'office' where id = ${id}`.execute(db)
  for (const by of [people.secretary, people.office]) expect(await left(by)).toEqual([[20_000, 20_000], undefined])
  expect(await left(neighbour)).toEqual([[null, null], undefined])
})
