import { describe, expect, it } from 'vitest'
import {
  concludeObjection,
  enterObjection,
  getNotice,
  itemsOf,
  listObjections,
} from '#kernel/publicity/shared/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, publiciseApi, settingsApi } from '../../shared/index.ts'
import { setToday } from '../../testing.ts'
import { campaignAt } from '../../testing-stages.ts'

const { db } = await testDatabase()
const person = (name: string, unit: number, extra = {}) => ({
  name,
  unit,
  category: 'top-member',
  answers: { workUnit: '示例单位', post: '科员', idNumber: '11010519491231002X', phone: '13900001234', ...extra },
})
const campaign = await campaignAt(db, {
  plan: 'jiaozuo-2017',
  today: '2017-05-08',
  stage: 'publicity',
  nominees: [
    person('王芳', 0),
    person('丁一', 1),
    { name: '示例党支部', unit: 0, category: 'top-organisation' },
    person('李𠀀', 2),
  ],
})
const { organiser, officer, checker, campaignId, ids, issue } = campaign
await organiser.call(settingsApi.saveSettings, {
  params: { id: campaignId },
  body: { settings: { 'objection-phone': '000-0000000' } },
})
const params = { id: campaignId, stage: 'publicity' }
const view = () => organiser.call(publiciseApi.getPublicity, { params })
const stage = () => organiser.call(campaignsApi.getStage, { params })
const draft = (strokes: Record<string, string> = {}) =>
  organiser.call(publiciseApi.draftPublicity, { params, body: { strokes } })
const outcomeOf = async (id: number) => (await stage()).pool.find(({ nominationId }) => nominationId === id)?.outcome

describe('drafting the notice', () => {
  it('asks for the strokes of a character that is not on file, and guesses nothing', async () => {
    const { unknown } = await view()
    expect(unknown.map(({ character, names }) => [character, names])).toEqual([['𠀀', ['李𠀀']]])
    await expect(draft()).rejects.toMatchObject({ status: 422, code: 'names.strokes-unknown' })
  })

  it('writes the list in the plan’s order with unit and post, and nothing private', async () => {
    const { noticeId } = await draft({ 𠀀: '311153511' })
    const { title, content, workdays } = await organiser.call(getNotice, { params: { id: noticeId } })
    expect([title.startsWith('关于'), workdays, content.objection.phone]).toEqual([true, 5, '000-0000000'])
    expect(content.sections.map(({ heading, items }) => [heading, items.map(({ name }) => name)])).toEqual([
      ['十佳基层党组织', ['示例党支部']],
      ['十佳共产党员', ['丁一', '王芳', '李𠀀']],
    ])
    expect(itemsOf(content)[1]).toMatchObject({ key: String(ids[1]), unit: '示例单位', post: '科员' })
    expect(JSON.stringify(content)).not.toMatch(/13900001234|11010519491231002X/)
  })

  it('shows the organiser alone; a unit is refused', async () => {
    const { rows } = await organiser.call(campaignsApi.listUnits, { params: { id: campaignId }, query: { limit: 1 } })
    const { clerk } = await campaign.clerkOf(rows[0]!.unitName)
    await expect(clerk.call(publiciseApi.getPublicity, { params })).rejects.toMatchObject({ status: 403 })
    await expect(checker.call(publiciseApi.draftPublicity, { params, body: {} })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the list in public', () => {
  it('keeps the stage open until the period is over', async () => {
    const open = (await view()).notices[0]!
    const { tasks } = await checker.call(campaignsApi.myWork, {})
    expect(tasks).toEqual([])
    await issue(open.id)
    expect((await view()).notices[0]).toMatchObject({ state: 'issued', lastDay: '2017-05-15' })
    const { obstacles } = await stage()
    expect(obstacles.filter(each => !each.rule).map(({ message }) => message)).toEqual([
      '公示尚未期满，期满时间为2017年5月15日24时，最早2017年5月16日进入下一环节。',
    ])
    await expect(organiser.call(campaignsApi.closeStage, { params })).rejects.toMatchObject({
      code: 'stage.unfinished',
    })
  })

  it('suspends only the name objected to, in the desk, and lets it go on when nothing was found', async () => {
    const id = (await view()).notices[0]!.id
    const body = {
      itemKey: String(ids[0]),
      anonymous: false,
      name: '反映人甲',
      phone: '13800000000',
      words: '请核实。',
    }
    await officer.call(enterObjection, { params: { id }, body: { ...body, channel: 'call' as const } })
    expect([await outcomeOf(ids[0]!), await outcomeOf(ids[1]!)]).toEqual(['suspended', 'pending'])
    const whatIsSeen = JSON.stringify([await stage(), await view()])
    expect(whatIsSeen).not.toMatch(/反映人甲|13800000000|请核实/)
    const { tasks } = await officer.call(campaignsApi.myWork, {})
    expect(tasks.map(({ title }) => title)).toEqual(['1件异议待作结论'])
    const [row] = (await officer.call(listObjections, { query: {} })).rows
    await officer.call(concludeObjection, {
      params: { id: row!.id },
      body: { outcome: 'not-upheld', conclusion: '经核实，不属实。' },
    })
    expect(await outcomeOf(ids[0]!)).toBe('pending')
  })

  it('keeps a name suspended when something was found, until the organiser decides', async () => {
    const id = (await view()).notices[0]!.id
    const body = {
      itemKey: String(ids[3]),
      anonymous: false,
      name: '反映人乙',
      phone: '13800000000',
      words: '请核实。',
    }
    const { id: objection } = await officer.call(enterObjection, {
      params: { id },
      body: { ...body, channel: 'letter' as const },
    })
    await officer.call(concludeObjection, {
      params: { id: objection },
      body: { outcome: 'upheld', conclusion: '经核实，属实。' },
    })
    expect(await outcomeOf(ids[3]!)).toBe('suspended')
    await organiser.call(campaignsApi.judgePool, {
      params,
      body: { judgements: [{ nominationId: ids[3]!, outcome: 'out', reason: '经研究不再列入' }] },
    })
    expect((await view()).surplus.map(({ name }) => name)).toEqual(['李𠀀'])
  })

  it('runs on for the others when a name is only taken away (D-08)', async () => {
    await setToday(db, '2017-05-10')
    const { noticeId } = await draft()
    await issue(noticeId)
    const [now] = (await view()).notices
    expect([now!.version, now!.publishedOn, now!.lastDay]).toEqual([2, '2017-05-08', '2017-05-15'])
  })

  it('closes when it is over, with the list as evidence, and everyone in it passes', async () => {
    await setToday(db, '2017-05-16')
    expect((await stage()).obstacles.filter(({ severity }) => severity === 'block')).toEqual([])
    expect(await organiser.call(campaignsApi.closeStage, { params })).toEqual({ next: 'decide' })
    const { pool } = await organiser.call(campaignsApi.getStage, { params: { id: campaignId, stage: 'decide' } })
    expect(pool.map(({ name }) => name).sort()).toEqual(['丁一', '王芳', '示例党支部'])
  })
})
