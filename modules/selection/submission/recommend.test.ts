import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, nominationsApi, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })
const names = (
  await campaign.organiser.call(campaignsApi.listUnits, { params: { id: campaign.campaignId }, query: { limit: 200 } })
).rows.map(({ unitName }) => unitName)

describe('a campaign that has started', () => {
  it('has a submission for every unit of the plan, with its quota in words', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[0]!)
    const submission = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    expect(submission.state).toBe('open')
    expect(submission.dueOn).toBe('2021-12-30')
    expect(submission.latestPublishOn).toBe('2021-12-26')
    expect(submission.categories.map(({ key, max, basis }) => ({ key, max, basis }))).toEqual([
      { key: 'project', max: 3, basis: '名额3个' },
      { key: 'team', max: 3, basis: '名额3个' },
      { key: 'member', max: 3, basis: '名额3个' },
    ])
  })

  it('shows its pool through the stages to the organiser, and nothing of it to a unit', async () => {
    const overview = await campaign.organiser.call(campaignsApi.getCampaign, { params: { id: campaign.campaignId } })
    expect(overview.current).toBe('recommend')
    expect(overview.stages.map(({ key, state }) => [key, state])).toEqual([
      ['recommend', 'open'],
      ['unit-publicity', 'open'],
      ['review', 'waiting'],
      ['decide', 'waiting'],
      ['commend', 'waiting'],
    ])
    const { clerk } = await campaign.clerkOf(names[0]!)
    await expect(clerk.call(campaignsApi.getCampaign, { params: { id: campaign.campaignId } })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('nominating', () => {
  it('is refused beyond the quota, with the rule’s own sentence', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[1]!)
    const add = () =>
      clerk.call(nominationsApi.addNomination, { params: { id: submissionId }, body: { category: 'project' } })
    for (let n = 0; n < 3; n += 1) await add()
    await expect(add()).rejects.toMatchObject({
      status: 409,
      code: 'quota.exceeded',
      message: `${names[1]}“群众满意度高的实事（服务项目）”最多可推荐3个，现为4个，超出1个。`,
    })
  })

  it('gives the last place to one of two clerks who take it at once', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[2]!)
    const { clerk: other } = await campaign.clerkOf(names[2]!)
    const add = (who: typeof clerk) =>
      who.call(nominationsApi.addNomination, { params: { id: submissionId }, body: { category: 'team' } })
    await add(clerk)
    await add(clerk)
    const tries = await Promise.allSettled([add(clerk), add(other), add(clerk), add(other)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { nominations } = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    expect(nominations).toHaveLength(3)
  })

  it('keeps a draft from the units beside and above it', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[3]!)
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'member' },
    })
    const { clerk: sibling } = await campaign.clerkOf(names[4]!)
    for (const stranger of [sibling, campaign.organiser])
      await expect(stranger.call(nominationsApi.getNomination, { params: { id } })).rejects.toMatchObject({
        status: 403,
      })
    await expect(sibling.call(submissionsApi.getSubmission, { params: { id: submissionId } })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('saving what was typed', () => {
  const draft = (revision: number, name: string) => ({
    revision,
    answers: { name, idNumber: '110101199001011234' },
    articles: {},
    particulars: {},
    reasons: [],
  })

  it('keeps it whole and says at the field what is wrong', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[5]!)
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'member' },
    })
    const saved = await clerk.call(nominationsApi.saveNomination, { params: { id }, body: draft(0, '  王　芳 ') })
    expect(saved.revision).toBe(1)
    expect(saved.findings.map(({ path }) => path)).toContain('answers.idNumber')
    const stored = await clerk.call(nominationsApi.getNomination, { params: { id } })
    expect(stored.answers.idNumber).toBe('110101199001011234')
  })

  it('shows both versions when two people edit, and loses neither', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[6]!)
    const { clerk: other } = await campaign.clerkOf(names[6]!)
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'member' },
    })
    await clerk.call(nominationsApi.saveNomination, { params: { id }, body: draft(0, '张三') })
    await expect(
      other.call(nominationsApi.saveNomination, { params: { id }, body: draft(0, '李四') }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'version.conflict',
      current: { revision: 1, answers: { name: '张三' }, editedBy: `${names[6]}经办` },
    })
  })
})

describe('handing in', () => {
  it('is refused while something blocks it, with every finding, and changes nothing', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[7]!)
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'project' },
    })
    const refusal = await clerk.call(submissionsApi.submit, { params: { id: submissionId } }).catch(error => error)
    expect(refusal).toMatchObject({ status: 422, code: 'submission.blocked' })
    expect(refusal.findings.length).toBeGreaterThan(5)
    const { state, nominations } = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    expect([state, nominations[0]!.state]).toEqual(['open', 'draft'])
    expect((await history(db, 'submission', submissionId)).map(({ action }) => action)).toEqual([])
    expect((await history(db, 'nomination', id)).map(({ action }) => action)).toEqual(['selection.nomination.add'])
  })
})

describe('ranking', () => {
  it('takes every nominee of the category once, and nothing else', async () => {
    const { clerk, submissionId } = await campaign.clerkOf(names[8]!)
    const add = async () =>
      (await clerk.call(nominationsApi.addNomination, { params: { id: submissionId }, body: { category: 'member' } }))
        .id
    const ids = [await add(), await add(), await add()]
    const rank = (order: number[]) =>
      clerk.call(submissionsApi.rankNominations, {
        params: { id: submissionId },
        body: { category: 'member', ids: order },
      })
    for (const wrong of [ids.slice(0, 2), [...ids, ids[0]!], [ids[0]!, ids[0]!, ids[1]!]])
      await expect(rank(wrong)).rejects.toMatchObject({ code: 'ranking.stale' })
    await rank([ids[2]!, ids[0]!, ids[1]!])
    const { nominations } = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    expect(nominations.map(({ id, rank: place }) => [id, place])).toEqual([
      [ids[2], 1],
      [ids[0], 2],
      [ids[1], 3],
    ])
  })
})
