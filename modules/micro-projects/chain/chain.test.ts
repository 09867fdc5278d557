import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi, signatureApi } from '../shared/index.ts'
import { newHousehold, writtenBy } from '../signatures/testing.ts'
import { confirmCallBacks, draft, type MicroWorld, meet, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

const view = async (id: number) => world.people.staff.call(projectApi.getProject, { params: { id } })
const step = (
  by: keyof MicroWorld['people'],
  id: number,
  name: 'secretary' | 'office' | 'leader' | 'amount',
  more = {},
) =>
  world.people[by].call(projectApi.takeStep, {
    params: { id },
    body: { step: name, outcome: 'pass', comment: '已核实。', ...more },
  })
const submit = (id: number) => world.people.lead.call(projectApi.submitProject, { params: { id }, body: {} })
const messages = (problem: unknown) => (problem as { findings: { message: string }[] }).findings.map(f => f.message)
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    error => error,
  )

describe('an application', () => {
  it('names each of the six elements that it lacks (R004-11), and the budget', async () => {
    const { people, memberIds, programmeId } = world
    const { id } = await people.lead.call(projectApi.createProject, {
      body: { title: '装路灯', programmeId, leadId: memberIds[0]!, brief: {}, lines: [] },
    })
    const said = messages(await refusal(submit(id)))
    for (const element of ['规模数量', '预期效果', '经费来源', '实施时间', '完成时间', '经费预算'])
      expect(said).toContain(`项目简介缺少${element}。`)
    expect((await view(id)).state).toBe('draft')
  })

  it('of works that the village itself organises is refused (R004-07), as is more than the signers may spend (R004-01)', async () => {
    const id = await readyDraft(world, {
      organiser: 'village' as 'members',
      lines: [{ kind: 'material', item: '水泥', quantity: '', fen: 60_001 }],
    })
    const said = messages(await refusal(submit(id)))
    expect(said).toContain('该项目为统一组织实施项目，不得使用微服务资金。')
    expect(said.join()).toContain('本项目3名党员、代表签名，经费上限600元，申请600.01元超出。')
  })

  it('with a wage hidden in its material is refused with the clause (R004-06)', async () => {
    const id = await readyDraft(world, { lines: [{ kind: 'material', item: '水泥和工钱', quantity: '', fen: 10_000 }] })
    expect(messages(await refusal(submit(id))).join()).toContain('劳务工资不得在专项经费中列支')
  })

  it('needs five households (R004-02); a sixth way round does not help', async () => {
    const { people, memberIds, programmeId } = world
    const { id } = await people.lead.call(projectApi.createProject, {
      body: { ...draft, programmeId, leadId: memberIds[0]! },
    })
    const signers = { memberIds: memberIds.slice(0, 3), sheetKey: await world.sheet(people.lead) }
    await people.lead.call(signatureApi.addBackings, { params: { id }, body: signers })
    const body = { household: newHousehold(), ink: writtenBy(9), actKey: randomUUID() }
    await people.lead.call(signatureApi.signFaceToFace, { params: { id }, body })
    expect(messages(await refusal(submit(id))).join()).toContain('关联群众户签名1户，不少于5户。')
  })

  it('reads as one paragraph in the form’s order', async () => {
    const id = await readyDraft(world)
    expect((await view(id)).paragraph).toBe(
      '规模数量：修补路肩30米；预期效果：方便40户出行；经费预算：250元；经费来源：街道服务群众专项经费；实施时间：2023年10月8日；完成时间：2023年10月20日。',
    )
  })

  it('saved from an older page is refused with what stands now, and nothing is lost', async () => {
    const id = await readyDraft(world)
    const { revision } = await view(id)
    const save = (title: string) =>
      world.people.staff.call(projectApi.saveProject, { params: { id }, body: { ...draft, title, revision } })
    await save('修补路肩（改）')
    await expect(save('别的')).rejects.toMatchObject({ code: 'version.conflict' })
    expect((await view(id)).title).toBe('修补路肩（改）')
  })

  it('is not to be seen by the neighbouring village, nor taken further by it', async () => {
    const id = await readyDraft(world, { title: '只有本村知道的项目' })
    const { stranger } = world.people
    const seen = await refusal(stranger.call(projectApi.getProject, { params: { id } }))
    expect(seen).toMatchObject({ status: 403 })
    expect(JSON.stringify(await stranger.call(projectApi.listProjects, { query: {} }))).not.toContain('只有本村知道')
    expect(await refusal(stranger.call(projectApi.submitProject, { params: { id }, body: {} }))).toMatchObject({
      status: 403,
    })
  })
})

describe('the chain', () => {
  it('goes in its order, each step by its own post (R004-10)', async () => {
    const id = await readyDraft(world)
    await expect(step('secretary', id, 'secretary')).rejects.toMatchObject({ message: '请先完成“申报”。' })
    await submit(id)
    await expect(step('office', id, 'office')).rejects.toMatchObject({ message: '请先完成“村（社区）党组织审核”。' })
    await expect(step('leader', id, 'secretary')).rejects.toMatchObject({ status: 403 })
    await step('secretary', id, 'secretary')
    await confirmCallBacks(world.people.office, id)
    await step('office', id, 'office')
    await step('leader', id, 'leader')
    await expect(step('finance', id, 'amount')).rejects.toMatchObject({ status: 422 })
    await step('finance', id, 'amount', { fen: 20_000 })
    await meet(world.people.member, world.programmeId, [id])
    const { state, approvedFen, history } = await view(id)
    expect([state, approvedFen, history.map(each => each.step)]).toEqual([
      'building',
      20_000,
      ['secretary', 'office', 'leader', 'amount', 'meeting'],
    ])
  })

  it('has another person at each step: who holds two posts stands once', async () => {
    const id = await readyDraft(world)
    await passUpTo(world, id, 'office')
    await sql`update units.post set roles = roles || '{leader}' where id = ${world.people.office.ids.postId}`.execute(
      db,
    )
    await expect(step('office', id, 'leader')).rejects.toMatchObject({
      code: 'micro.same-person',
      message: '您已经办理过“党建办审核”，这一步须由另一位同志办理。',
    })
    await sql`update units.post set roles = '{party-office}' where id = ${world.people.office.ids.postId}`.execute(db)
  })

  it('lets a secretary not approve what he leads himself; another member of the committee signs', async () => {
    const { people } = world
    const id = await readyDraft(world)
    await submit(id)
    await sql`update micro.member set account_id = null where account_id = ${people.lead.ids.accountId}`.execute(db)
    await sql`update micro.member set account_id = ${people.secretary.ids.accountId} where id = ${world.memberIds[0]}`.execute(
      db,
    )
    await expect(step('secretary', id, 'secretary')).rejects.toMatchObject({ code: 'micro.same-person' })
    await step('committee', id, 'secretary')
    expect((await view(id)).state).toBe('office')
    await sql`update micro.member set account_id = ${people.lead.ids.accountId} where id = ${world.memberIds[0]}`.execute(
      db,
    )
  })

  it('sends back with a reason only, and begins anew from the village', async () => {
    const id = await readyDraft(world)
    await passUpTo(world, id, 'secretary')
    const back = (comment: string) => step('office', id, 'office', { outcome: 'return', comment })
    await expect(back('')).rejects.toMatchObject({ code: 'micro.comment' })
    await back('请补充地点照片')
    expect((await view(id)).state).toBe('draft')
    await submit(id)
    await step('secretary', id, 'secretary')
    expect((await view(id)).history.map(({ outcome }) => outcome)).toEqual(['pass', 'return', 'pass'])
  })

  it('stops where a household of the sample denies and fewer than five remain', async () => {
    const { people, memberIds, programmeId } = world
    const { id } = await people.lead.call(projectApi.createProject, {
      body: { ...draft, programmeId, leadId: memberIds[0]! },
    })
    const signers = { memberIds: memberIds.slice(0, 3), sheetKey: await world.sheet(people.lead) }
    await people.lead.call(signatureApi.addBackings, { params: { id }, body: signers })
    for (let n = 0; n < 5; n += 1) {
      const body = { household: newHousehold(), ink: writtenBy(5000 + n), actKey: randomUUID() }
      await people.lead.call(signatureApi.signFaceToFace, { params: { id }, body })
    }
    await passUpTo(world, id, 'secretary')
    const { rows } = await people.office.call(signatureApi.listCallBacks, { query: { projectId: id } })
    await people.office.call(signatureApi.enterCallBack, {
      params: { id: rows[0]!.id },
      body: { outcome: 'denied', note: '' },
    })
    const stopped = await refusal(step('office', id, 'office'))
    expect(messages(stopped).join()).toContain('关联群众户签名4户，不少于5户。')
  })

  it('decides a batch in one meeting or not at all', async () => {
    const ids = [await readyDraft(world), await readyDraft(world)]
    await passUpTo(world, ids[0]!, 'leader')
    await passUpTo(world, ids[1]!, 'secretary')
    await expect(meet(world.people.member, world.programmeId, ids)).rejects.toMatchObject({ code: 'micro.order' })
    const { meetings } = await world.people.member.call(projectApi.listMeetings, { params: { id: world.programmeId } })
    expect(meetings.flatMap(({ projects }) => projects.map(({ id }) => id))).not.toContain(ids[0])
  })
})
