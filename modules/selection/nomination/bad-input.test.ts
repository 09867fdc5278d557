import { describe, expect, it } from 'vitest'
import { EMPTY_ARTICLE } from '#kernel/forms/shared/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { sampleNominee } from '../sample/index.ts'
import { campaignsApi, nominationsApi, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'

const { db } = await testDatabase()
const today = '2021-12-27'
const plan = await shippedPlan('luoyang-2021')
const unit = plan.units[0]!
const campaign = await testCampaign(db, { plan: plan.id, today })
const { clerk, submissionId } = await campaign.clerkOf(unit.name)
const { id } = await clerk.call(nominationsApi.addNomination, {
  params: { id: submissionId },
  body: { category: 'member' },
})
const { name: _, ...typed } = sampleNominee(
  plan,
  'member',
  { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.name },
  { seed: 1, today },
)
await clerk.call(nominationsApi.saveNomination, { params: { id }, body: { revision: 0, ...typed } })
const stored = () => clerk.call(nominationsApi.getNomination, { params: { id } })
const save = async (change: Partial<typeof typed>) => {
  const { revision } = await stored()
  return clerk.call(nominationsApi.saveNomination, { params: { id }, body: { revision, ...typed, ...change } })
}
const megabyte = '实'.repeat(400_000)

describe('a paste of 1 MB', () => {
  it.each(['workUnit', 'deeds'])(
    'into the field %s is refused in words, and what was saved before stands',
    async key => {
      const before = await stored()
      const refusal = await save({ answers: { ...typed.answers, [key]: megabyte } }).catch(error => error)
      expect(refusal).toMatchObject({ status: 422, findings: [{ path: `answers.${key}`, severity: 'block' }] })
      expect(refusal.findings[0].message).toContain('超过1MB')
      expect(await stored()).toEqual(before)
    },
  )

  it('into an article is kept, and its length told there', async () => {
    const key = Object.keys(typed.articles)[0]!
    const { findings } = await save({
      articles: { [key]: { ...EMPTY_ARTICLE, paragraphs: [{ text: megabyte, level: 0 }] } },
    })
    expect(
      findings.some(({ path, message }) => path?.startsWith(`articles.${key}`) && message.includes('400000字')),
    ).toBe(true)
  })
})

describe('a category that the plan does not have', () => {
  it('is refused at its field, and nobody is put up', async () => {
    const before = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    const add = { params: { id: submissionId }, body: { category: 'none' } }
    await expect(clerk.call(nominationsApi.addNomination, add)).rejects.toMatchObject({
      ...{ status: 422, code: 'category.unknown' },
      findings: [{ path: 'category', message: '方案没有这个类别，请从方案所列类别中选择。' }],
    })
    expect(await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })).toEqual(before)
  })
})

describe('what is only wrong', () => {
  it('is kept and told at its field: a wrong check digit, a résumé with a hole', async () => {
    const resume = [
      { start: '2001.07', end: '2005.06', unit: '甲单位', post: '科员' },
      { start: '2008.01', end: '至今', unit: '乙单位', post: '主任' },
    ]
    const answers = { ...typed.answers, idNumber: '11010519491231002Y', resume }
    const { findings } = await save({ answers })
    const at = (path: string) => findings.filter(found => found.path?.startsWith(`answers.${path}`))
    expect([at('idNumber').length > 0, at('resume').length > 0]).toEqual([true, true])
    expect((await stored()).answers.resume).toEqual(resume)
  })
})

describe('a stage that is over', () => {
  it('takes no more results', async () => {
    const nominees = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 1 } })
    const judgements = [{ nominationId: nominees[0]!.id, outcome: 'out' as const, reason: '示例' }]
    await expect(
      campaign.organiser.call(campaignsApi.judgePool, {
        params: { id: campaign.campaignId, stage: 'recommend' },
        body: { judgements },
      }),
    ).rejects.toMatchObject({ code: 'stage.closed' })
  })
})
