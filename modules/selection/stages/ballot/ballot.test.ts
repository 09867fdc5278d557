import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { ballotApi, campaignsApi, decideApi, shortlistApi } from '../../shared/index.ts'
import { setToday, testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-04-18' })
const nominees = await bringTo(db, campaign, 'ballot', { units: 3, perCategory: { 'top-member': 1 } })
const { organiser, organiserId, server, campaignId } = campaign
const params = { id: campaignId, stage: 'ballot' }
const colleague = await server.signedIn({ unitId: organiserId, roles: ['checker'], name: '复核人' })
const window = { opensAt: '2017-04-18T00:00:00+08:00', closesAt: '2017-04-25T23:59:59+08:00' }
const counts = nominees.map(({ id }, n) => ({ nominationId: id, count: [300, 120, 300][n]! }))
await sql`insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by)
  values ('scan', repeat('1', 64), '投票结果.pdf', 'application/pdf', 10, '{}', ${organiserId}, 'x')`.execute(db)
const enter = (over: object = {}) =>
  organiser.call(ballotApi.enterResult, {
    params,
    body: { source: '焦作党建网评选专栏', counts, fileKeys: ['scan'], ...over },
  })

describe('a vote held elsewhere', () => {
  it('has a window that ends by the plan’s day', async () => {
    await expect(
      organiser.call(ballotApi.setWindow, { params, body: { ...window, closesAt: '2017-04-26T12:00:00+08:00' } }),
    ).rejects.toMatchObject({ code: 'ballot.window', message: '投票截止时间不得晚于4月25日24时。' })
    expect((await organiser.call(ballotApi.getBallot, { params })).window).toBe(null)
    await organiser.call(ballotApi.setWindow, { params, body: window })
  })

  it('is entered after it has ended, for every name, with its scan', async () => {
    await expect(enter()).rejects.toMatchObject({ code: 'ballot.running' })
    await setToday(db, '2017-04-26')
    await expect(enter({ fileKeys: [] })).rejects.toMatchObject({ status: 422 })
    await expect(enter({ counts: counts.slice(1) })).rejects.toMatchObject({ code: 'ballot.names' })
    await enter()
  })

  it('counts for nothing until a second person confirms it', async () => {
    const { obstacles } = await organiser.call(campaignsApi.getStage, { params })
    expect(obstacles.filter(({ severity }) => severity === 'block')).toEqual([
      { severity: 'block', message: '组织经办录入的投票结果还没有由第二人复核。' },
      { severity: 'block', message: '3个候选对象还没有票数。' },
    ])
    await expect(organiser.call(ballotApi.confirmResult, { params })).rejects.toMatchObject({
      code: 'ballot.same-person',
    })
    await colleague.call(ballotApi.confirmResult, { params })
    const { rows, result } = await organiser.call(ballotApi.getBallot, { params })
    expect(result).toMatchObject({ enteredBy: '组织经办', confirmedBy: '复核人', own: true })
    expect(rows.map(({ count, place, tied, outcome }) => [count, place, tied, outcome])).toEqual([
      [300, 1, true, 'pass'],
      [120, 3, false, 'pass'],
      [300, 1, true, 'pass'],
    ])
    await expect(enter()).rejects.toMatchObject({ code: 'ballot.confirmed' })
  })

  it('lets the campaign go on, and its votes are seen where people choose', async () => {
    expect(await organiser.call(campaignsApi.closeStage, { params })).toEqual({ next: 'inspect' })
    await bringTo(db, campaign, 'preliminary', { units: 0, perCategory: {} })
    const { rows, hasVotes } = await organiser.call(shortlistApi.getShortlist, {
      params: { id: campaignId, stage: 'preliminary' },
    })
    expect([hasVotes, rows.map(({ votes }) => votes)]).toEqual([true, [300, 120, 300]])
  })

  it('lies before the meeting that decides, beside every name, and makes no score where it is for reference', async () => {
    await bringTo(db, campaign, 'decide', { units: 0, perCategory: {} })
    const papers = await organiser.call(decideApi.getPapers, { params: { id: campaignId, stage: 'decide' } })
    const names = papers.sections.flatMap(section => section.names)
    expect([papers.hasVotes, papers.hasScores]).toEqual([true, false])
    expect(names.map(({ votes, score }) => [votes, score]).sort()).toEqual([
      [120, ''],
      [300, ''],
      [300, ''],
    ])
  })
})
