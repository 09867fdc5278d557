import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { campaignsApi, nominationsApi, submissionsApi } from '../shared/index.ts'
import { fillSubmission, setToday, testCampaign } from '../testing.ts'

const today = '2021-12-24'
const { db } = await testDatabase()
const plan = await shippedPlan('luoyang-2021')
const campaign = await testCampaign(db, { plan: plan.id, today })
const { organiser, campaignId } = campaign

/** A county that has filled in one nominee of each category. */
const readyUnit = async (index: number) => {
  const unit = plan.units[index]!
  const entry = await campaign.clerkOf(unit.name)
  const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName }
  const categories = ['project', 'team', 'member']
  const ids = await fillSubmission(entry.clerk, entry.submissionId, { plan, unit: sample, today, categories })
  return { ...entry, ids, params: { id: entry.submissionId } }
}
type Ready = Awaited<ReturnType<typeof readyUnit>>
const stateOf = async ({ clerk, params }: Ready) => (await clerk.call(submissionsApi.getSubmission, { params })).state
const pool = async () =>
  (await organiser.call(campaignsApi.getStage, { params: { id: campaignId, stage: 'recommend' } })).pool

describe('handing in', () => {
  it('goes through with seals promised and the notice still running, and says so', async () => {
    const unit = await readyUnit(0)
    const { findings } = await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    expect(findings.map(({ severity }) => severity)).not.toContain('block')
    expect(findings.some(({ fn }) => fn === 'publicityLasted')).toBe(true)
    expect(await stateOf(unit)).toBe('submitted')
  })

  it('takes effect once when the button is pressed twice', async () => {
    const unit = await readyUnit(1)
    await Promise.all([1, 2].map(() => unit.clerk.call(submissionsApi.submit, { params: unit.params }, 'same-key')))
    const acts = (await history(db, 'submission', unit.submissionId)).map(({ action }) => action)
    expect(acts.filter(action => action === 'selection.submission.submit')).toHaveLength(1)
  })

  it('can be taken back until the organiser has received it, and not after', async () => {
    const unit = await readyUnit(2)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    await unit.clerk.call(submissionsApi.withdraw, { params: unit.params })
    expect(await stateOf(unit)).toBe('open')
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    await organiser.call(submissionsApi.accept, { params: unit.params })
    await expect(unit.clerk.call(submissionsApi.withdraw, { params: unit.params })).rejects.toMatchObject({
      code: 'submission.accepted',
    })
  })

  it('closes the nominations: what was handed in is not changed behind the organiser’s back', async () => {
    const unit = await readyUnit(3)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    const [id] = unit.ids
    const { answers, articles, particulars, revision } = await unit.clerk.call(nominationsApi.getNomination, {
      params: { id: id! },
    })
    const body = { revision, answers, articles, particulars, reasons: [] }
    await expect(unit.clerk.call(nominationsApi.saveNomination, { params: { id: id! }, body })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('receiving', () => {
  it('puts the unit’s nominees into the pool, each once', async () => {
    const unit = await readyUnit(4)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    expect((await pool()).filter(({ unitId }) => unitId === unit.unitId)).toEqual([])
    await organiser.call(submissionsApi.accept, { params: unit.params })
    const mine = (await pool()).filter(({ unitId }) => unitId === unit.unitId)
    expect(mine.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass'])
    expect(mine.map(({ nominationId }) => nominationId).sort((one, other) => one - other)).toEqual(unit.ids)
  })

  it('is the organiser’s: neither the unit itself nor a sibling may', async () => {
    const unit = await readyUnit(5)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    const { clerk: sibling } = await campaign.clerkOf(plan.units[6]!.name)
    for (const stranger of [unit.clerk, sibling])
      await expect(stranger.call(submissionsApi.accept, { params: unit.params })).rejects.toMatchObject({ status: 403 })
    expect(await stateOf(unit)).toBe('submitted')
  })
})

describe('returning for changes', () => {
  it('opens only what was named, with comment and deadline, and shows the redline when it comes back', async () => {
    const unit = await readyUnit(6)
    const [project, team] = unit.ids
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    await organiser.call(submissionsApi.giveBack, {
      params: unit.params,
      body: {
        dueOn: '2021-12-28',
        items: [{ nominationId: project!, path: 'answers.summary', comment: '成效部分请补充数据。' }],
      },
    })
    const back = await unit.clerk.call(submissionsApi.getSubmission, { params: unit.params })
    expect([back.state, back.returnDueOn, back.notes.map(({ comment }) => comment)]).toEqual([
      'returned',
      '2021-12-28',
      ['成效部分请补充数据。'],
    ])
    expect(back.nominations.find(({ id }) => id === team)!.state).toBe('submitted')
    const before = await unit.clerk.call(nominationsApi.getNomination, { params: { id: project! } })
    expect(before.returnNotes.map(({ path }) => path)).toEqual(['answers.summary'])
    await unit.clerk.call(nominationsApi.saveNomination, {
      params: { id: project! },
      body: { ...before, answers: { ...before.answers, leaderPost: '县委副书记' } },
    })
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    const { version, changes } = await organiser.call(nominationsApi.getChanges, { params: { id: project! } })
    expect(version).toBe(2)
    expect(changes.map(({ path, after }) => [path, after])).toEqual([['leaderPost', '县委副书记']])
    const again = await unit.clerk.call(submissionsApi.getSubmission, { params: unit.params })
    expect(again.notes.every(({ settled }) => settled)).toBe(true)
  })

  it('needs at least one comment', async () => {
    const unit = await readyUnit(7)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    await expect(
      organiser.call(submissionsApi.giveBack, { params: unit.params, body: { dueOn: '2021-12-28', items: [] } }),
    ).rejects.toMatchObject({ status: 422, findings: [{ path: 'items', message: '请至少写一条修改意见' }] })
  })
})

describe('the deadline', () => {
  it('stops a late unit, until the organiser unlocks it for a time', async () => {
    const unit = await readyUnit(8)
    await setToday(db, '2021-12-31')
    const late = await unit.clerk.call(submissionsApi.submit, { params: unit.params }).catch(error => error)
    expect(late.findings.map(({ rule }: { rule: string }) => rule)).toContain('R000-05')
    await organiser.call(submissionsApi.unlockLate, {
      params: unit.params,
      body: { until: '2022-01-02T18:00:00+08:00' },
    })
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    expect(await stateOf(unit)).toBe('submitted')
    await setToday(db, today)
  })
})

describe('closing the recommendation', () => {
  const close = () => organiser.call(campaignsApi.closeStage, { params: { id: campaignId, stage: 'recommend' } })

  it('waits for what was handed in and not yet received', async () => {
    const refusal = await close().catch(error => error)
    expect(refusal).toMatchObject({ code: 'stage.unfinished' })
    expect(refusal.findings.length).toBeGreaterThan(2)
  })

  it('passes everyone received on to the next stage, and only them', async () => {
    const { rows } = await organiser.call(campaignsApi.listUnits, {
      params: { id: campaignId },
      query: { state: 'submitted', limit: 200 },
    })
    for (const { submissionId } of rows) await organiser.call(submissionsApi.accept, { params: { id: submissionId } })
    const received = (await pool()).map(({ nominationId }) => nominationId)
    expect(await close()).toEqual({ next: 'review' })
    const review = await organiser.call(campaignsApi.getStage, { params: { id: campaignId, stage: 'review' } })
    expect(review.pool.map(({ nominationId }) => nominationId)).toEqual(received)
    expect(new Set(review.pool.map(({ outcome }) => outcome))).toEqual(new Set(['pending']))
    await expect(close()).rejects.toMatchObject({ code: 'stage.closed' })
  })
})

describe('once the list is decided upon', () => {
  it('nothing is given back any more, in words that say what can be done instead', async () => {
    const { rows } = await organiser.call(campaignsApi.listUnits, {
      params: { id: campaignId },
      query: { state: 'accepted', limit: 1 },
    })
    const params = { id: rows[0]!.submissionId }
    const returnable = async () => (await organiser.call(submissionsApi.getSubmission, { params })).permissions.giveBack
    expect(await returnable()).toBe(true)
    await sql`update selection.campaign set stage_run_id = r.id from selection.stage_run r
      where campaign.id = ${campaignId} and r.campaign_id = campaign.id and r.stage = 'decide'`.execute(db)
    expect(await returnable()).toBe(false)
    const body = { dueOn: '2021-12-28', items: [{ nominationId: null, comment: '请补充数据。' }] }
    await expect(organiser.call(submissionsApi.giveBack, { params, body })).rejects.toMatchObject({
      code: 'submission.list-stands',
      message: '“审定”已经开始，名单不能再退回。确需更改的，请在该环节撤下、递补或者调整。',
    })
    expect((await organiser.call(submissionsApi.getSubmission, { params })).state).toBe('accepted')
  })
})
