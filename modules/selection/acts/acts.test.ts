import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { actsApi, campaignsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-05-10' })
const nominees = await bringTo(db, campaign, 'preliminary', {
  units: 2,
  perCategory: { 'top-member': 2, 'fine-member': 2 },
})
const { organiser } = campaign
const params = { id: campaign.campaignId, stage: 'preliminary' }
const grounds = { reason: '原人选调离', basis: '部务会议纪要〔2017〕5号' }
const [first, reserve] = nominees.filter(({ category }) => category === 'top-member') as [
  (typeof nominees)[number],
  (typeof nominees)[number],
]
const fine = nominees.filter(({ category }) => category === 'fine-member')
const acts = () => organiser.call(actsApi.listActs, { params })
const outcomeOf = async (id: number) =>
  (await organiser.call(campaignsApi.getStage, { params })).pool.find(({ nominationId }) => nominationId === id)
    ?.outcome

// The reserve was left out at the shortlist and so never got further.
await sql`delete from selection.pool_entry e using selection.stage_run r
  where r.id = e.stage_run_id and e.nomination_id = ${reserve.id} and r.seq > (select seq from selection.stage_run where stage = 'shortlist')`.execute(
  db,
)
await sql`update selection.pool_entry e set outcome = 'out', reason = '未入选' from selection.stage_run r
  where r.id = e.stage_run_id and e.nomination_id = ${reserve.id} and r.stage = 'shortlist'`.execute(db)

describe('递补', () => {
  const succeed = (replacesId: number) =>
    organiser.call(actsApi.succeed, { params, body: { nominationId: reserve.id, replacesId, ...grounds } })

  it('waits until the place is free', async () => {
    await expect(succeed(first.id)).rejects.toMatchObject({ code: 'act.not-out' })
    expect((await acts()).reserves).toEqual([
      {
        nominationId: reserve.id,
        name: reserve.name,
        category: 'top-member',
        categoryName: '十佳共产党员',
        unitName: reserve.unitName,
        rank: 2,
        lastStage: '初步评定',
        reason: '未入选',
      },
    ])
  })

  it('takes a free place of its own category, and owes what it missed', async () => {
    await organiser.call(actsApi.remove, { params, body: { nominationId: first.id, ...grounds } })
    expect(await outcomeOf(first.id)).toBe('out')
    const { owed } = await succeed(first.id)
    expect(owed.map(({ title }) => title)).toEqual(['深入考察', '市级征求意见'])
    expect(await outcomeOf(reserve.id)).toBe('pending')
    await expect(succeed(first.id)).rejects.toMatchObject({ code: 'act.taken' })
  })

  it('says in the stage what is owed, and loses it once made up', async () => {
    const owing = async () =>
      (await organiser.call(campaignsApi.getStage, { params })).obstacles
        .map(({ message }) => message)
        .filter(message => message.includes('补办'))
    expect(await owing()).toEqual([
      `“${reserve.name}”须补办“深入考察”后才能审定。`,
      `“${reserve.name}”须补办“市级征求意见”后才能审定。`,
    ])
    const settle = (stage: string) =>
      organiser.call(actsApi.settleOwed, {
        params,
        body: { nominationId: reserve.id, stage, note: '5月12日实地考察' },
      })
    await settle('inspect')
    expect(await owing()).toEqual([`“${reserve.name}”须补办“市级征求意见”后才能审定。`])
    await expect(settle('inspect')).rejects.toMatchObject({ code: 'owed.none' })
  })

  it('is undone by a counter-act; both stay in the record', async () => {
    const { acts: made } = await acts()
    const act = made.find(({ kind }) => kind === 'succeed')!
    const removal = made.find(({ kind }) => kind === 'remove')!
    const undo = (actId: number) => organiser.call(actsApi.undo, { params: { ...params, actId }, body: grounds })
    await expect(undo(removal.id)).rejects.toMatchObject({ code: 'act.succeeded' })
    await undo(act.id)
    expect(await outcomeOf(reserve.id)).toBe(undefined)
    await expect(undo(act.id)).rejects.toMatchObject({ code: 'act.undone' })
    await undo(removal.id)
    expect(await outcomeOf(first.id)).toBe('pending')
    expect((await acts()).acts.map(({ kind, undone, undoes }) => [kind, undone, undoes !== null])).toEqual([
      ['remove', false, true],
      ['succeed', false, true],
      ['succeed', true, false],
      ['remove', true, false],
    ])
    expect((await history(db, 'nomination', reserve.id)).map(({ action }) => action)).toEqual([
      'selection.act.undo',
      'selection.act.make-up',
      'selection.act.succeed',
    ])
  })
})

describe('调整类别', () => {
  const move = (nominationId: number, toCategory: string, answers = {}) =>
    organiser.call(actsApi.move, { params, body: { nominationId, toCategory, answers, ...grounds } })

  it('asks for what the new category’s form wants besides', async () => {
    const { id } = fine[0]!
    await sql`update selection.nomination set answers = answers - 'politicalStatus' - 'joined' - 'birthDate'
      where id = ${id}`.execute(db)
    const { fits, missing } = await organiser.call(actsApi.previewMove, {
      params,
      query: { nominationId: id, toCategory: 'top-member' },
    })
    expect(fits).toBe(true)
    expect(missing.length).toBeGreaterThan(0)
    const refusal = await move(id, 'top-member').catch(error => error)
    expect(refusal).toMatchObject({ status: 422, code: 'act.incomplete' })
    expect(refusal.findings).toHaveLength(missing.length)
  })

  it('clears the rank, and can be undone', async () => {
    const { id } = fine[1]!
    const placeOf = async () =>
      (await organiser.call(campaignsApi.getStage, { params })).pool
        .filter(({ nominationId }) => nominationId === id)
        .map(({ category, rank }) => [category, rank])[0]
    const { missing } = await organiser.call(actsApi.previewMove, {
      params,
      query: { nominationId: id, toCategory: 'top-member' },
    })
    expect(missing).toEqual([])
    const { id: actId } = await move(id, 'top-member')
    expect(await placeOf()).toEqual(['top-member', null])
    await organiser.call(actsApi.undo, { params: { ...params, actId }, body: grounds })
    expect(await placeOf()).toEqual(['fine-member', 2])
  })

  it('is refused where a person would become an organisation', async () => {
    await expect(move(fine[1]!.id, 'top-organisation')).rejects.toMatchObject({ code: 'act.misfit' })
  })
})

describe('a named act', () => {
  it('is only for stages that the plan allows it in', async () => {
    await expect(
      organiser.call(actsApi.add, { params, body: { nominationId: reserve.id, ...grounds } }),
    ).rejects.toMatchObject({ code: 'act.not-allowed', message: '方案没有规定“确定初步预备人选”可以增补。' })
  })

  it('needs reason and basis', async () => {
    for (const lacking of [
      { ...grounds, reason: ' ' },
      { ...grounds, basis: '' },
    ])
      await expect(
        organiser.call(actsApi.remove, { params, body: { nominationId: first.id, ...lacking } }),
      ).rejects.toMatchObject({ status: 422 })
  })

  it('is not for a unit', async () => {
    const { clerk } = await campaign.clerkOf(first.unitName)
    await expect(
      clerk.call(actsApi.remove, { params, body: { nominationId: first.id, ...grounds } }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
