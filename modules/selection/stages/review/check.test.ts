import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, nominationsApi, recommendApi, reviewApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const nominees = await bringTo(db, campaign, 'review', { units: 2, perCategory: { team: 1, member: 1 } })
const { organiser } = campaign
const params = { id: campaign.campaignId, stage: 'review' }
const one = (n: number) => ({ ...params, nominationId: nominees[n]!.id })
const stage = () => organiser.call(campaignsApi.getStage, { params })
const yes = (items: { key: string }[]) => items.map(({ key }) => ({ item: key, answer: 'yes' as const }))
const pass = (nominationId: number) =>
  organiser.call(campaignsApi.judgePool, { params, body: { judgements: [{ nominationId, outcome: 'pass' }] } })

describe('going through each nominee', () => {
  it('shows the form, the texts, the conditions of its category and the plan’s checklists', async () => {
    const team = await organiser.call(reviewApi.getReviewed, { params: one(0) })
    expect(team.items.map(({ key }) => key)).toEqual([
      'trusted',
      'organised',
      'effective',
      'headline',
      'headings',
      'on-theme',
      'evidence',
    ])
    expect(team.items[1]!.evidence).toEqual(['工作方案', '制度机制文件'])
    expect(team.articles.map(({ name }) => name)).toEqual(['典型材料'])
    expect(team.findings.map(({ rule }) => rule)).toContain('R000-24b')
  })

  it('keeps answers with their notes, and asks no more once all are given', async () => {
    const { items } = await organiser.call(reviewApi.getReviewed, { params: one(1) })
    const answers = [{ item: items[0]!.key, answer: 'no' as const, note: '未见证明' }, ...yes(items.slice(1))]
    await organiser.call(reviewApi.answerChecklist, { params: one(1), body: { answers } })
    const { checklist, findings } = await organiser.call(reviewApi.getReviewed, { params: one(1) })
    expect(checklist).toEqual(answers)
    expect(findings.map(({ rule }) => rule)).not.toContain('R000-24c')
    const { rows } = await organiser.call(reviewApi.getReview, { params })
    const row = rows.find(({ nominationId }) => nominationId === nominees[1]!.id)!
    expect([row.items, row.answered, row.refused]).toEqual([items.length, items.length, 1])
  })

  it('refuses an item that the plan does not have', async () => {
    await expect(
      organiser.call(reviewApi.answerChecklist, { params: one(0), body: { answers: [{ item: 'x', answer: 'yes' }] } }),
    ).rejects.toMatchObject({ status: 422, code: 'checklist.unknown' })
  })

  it('keeps the answers when the opinion is given', async () => {
    await pass(nominees[1]!.id)
    const { checklist, outcome } = await organiser.call(reviewApi.getReviewed, { params: one(1) })
    expect([outcome, checklist.length]).toEqual(['pass', 7])
  })

  it('asks the work requirements once for each unit', async () => {
    const { units } = await organiser.call(reviewApi.getReview, { params })
    expect(units.map(({ items }) => items.map(({ key }) => key))).toEqual([
      ['leadership', 'discipline', 'publicity'],
      ['leadership', 'discipline', 'publicity'],
    ])
    const { submissionId, items } = units[0]!
    await organiser.call(reviewApi.answerUnitChecklist, {
      params: { ...params, submissionId },
      body: { answers: yes(items) },
    })
    const after = await organiser.call(reviewApi.getReview, { params })
    expect(after.units.map(({ answers }) => answers.length)).toEqual([3, 0])
  })

  it('is nothing for a unit to see', async () => {
    const { clerk } = await campaign.clerkOf(nominees[0]!.unitName)
    for (const call of [
      () => clerk.call(reviewApi.getReview, { params }),
      () => clerk.call(reviewApi.getReviewed, { params: one(0) }),
      () => clerk.call(reviewApi.answerChecklist, { params: one(0), body: { answers: [] } }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 403 })
  })
})

describe('an earlier winner', () => {
  it('who became one after handing in is found again at review, and needs a confirmed reason', async () => {
    const { id, name } = nominees[3]!
    await sql`update selection.nomination set identity_key = 'k' where id = ${id}`.execute(db)
    await sql`insert into selection.honour (register, number, title, year, level, subject, name, unit_name, identity_key, granted_on)
      values ('河南省“我为群众办实事”“三个100”', '1', '党员服务标兵', 2021, '省级', 'person', ${name}, '甲', 'k', '2021-12-30')`.execute(
      db,
    )
    const { findings } = await organiser.call(reviewApi.getReviewed, { params: one(3) })
    expect(findings.filter(({ rule }) => rule === 'R000-03a').map(({ message }) => message)).toEqual([
      `“${name}”已被评为省“三个100”，原则上不再参与市级推选。确需推荐的请写明理由并经推荐单位主要负责人确认。`,
    ])
    const stops = (await stage()).obstacles.filter(({ rule }) => rule === 'R000-03a')
    expect(stops.map(({ severity, nominationId }) => [severity, nominationId])).toEqual([['block', id]])
  })

  it('is explained by its unit without reopening the form, and confirmed by the principal', async () => {
    const { id, unitName, submissionId } = nominees[3]!
    const { clerk, unitId } = await campaign.clerkOf(unitName)
    const principal = await campaign.server.signedIn({ unitId, roles: ['principal'] })
    const sibling = (await campaign.clerkOf(nominees[0]!.unitName)).clerk
    const owed = async () =>
      (await clerk.call(recommendApi.listOwedReasons, { params: { id: submissionId } })).items.map(
        ({ nominationId, rule, text }) => [nominationId, rule, text],
      )
    const write = (who: typeof clerk, rule = 'R000-03a') =>
      who.call(recommendApi.writeReason, { params: { id }, body: { rule, text: '另有新的突出事迹' } })
    await organiser.call(recommendApi.askReason, { params: { id } })
    for (const stranger of [sibling, organiser]) await expect(write(stranger)).rejects.toMatchObject({ status: 403 })
    await expect(write(clerk, 'R000-24b')).rejects.toMatchObject({ code: 'reason.none' })
    expect(await owed()).toEqual([[id, 'R000-03a', null]])
    await write(clerk)
    expect(await owed()).toEqual([[id, 'R000-03a', '另有新的突出事迹']])
    await principal.call(nominationsApi.confirmReason, { params: { id }, body: { rule: 'R000-03a' } })
    expect(await owed()).toEqual([])
    expect((await stage()).obstacles.filter(({ rule }) => rule === 'R000-03a')).toEqual([])
    expect((await clerk.call(nominationsApi.getNomination, { params: { id } })).state).toBe('accepted')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from notifications.message
      where post_id = ${clerk.ids.postId} and channel = 'in-app' and subject like '请补写情况说明%'`.execute(db)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('stands in the way no more once taken out', async () => {
    const { id } = nominees[3]!
    await organiser.call(campaignsApi.judgePool, {
      params,
      body: { judgements: [{ nominationId: id, outcome: 'out', reason: '已被评为省“三个100”' }] },
    })
    expect((await stage()).obstacles.filter(({ rule }) => rule === 'R000-03a')).toEqual([])
  })
})

describe('sending one nominee back', () => {
  it('opens only that one to its unit, and the stage waits for it', async () => {
    const { id, unitName } = nominees[0]!
    await organiser.call(reviewApi.returnNominee, {
      params: one(0),
      body: { dueOn: '2022-01-04', items: [{ path: 'article', comment: '请补充数据' }] },
    })
    const { clerk } = await campaign.clerkOf(unitName)
    const mine = await clerk.call(nominationsApi.getNomination, { params: { id } })
    expect([mine.state, mine.permissions.edit]).toEqual(['returned', true])
    const other = await clerk.call(nominationsApi.getNomination, { params: { id: nominees[1]!.id } })
    expect([other.state, other.permissions.edit]).toEqual(['accepted', false])
    expect((await stage()).obstacles.filter(({ severity }) => severity === 'block').map(o => o.nominationId)).toContain(
      id,
    )
    await expect(organiser.call(campaignsApi.closeStage, { params })).rejects.toMatchObject({
      code: 'stage.unfinished',
    })
  })
})
