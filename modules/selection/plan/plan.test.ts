import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { plansApi } from '../shared/index.ts'
import { exampleText } from '../shared/plan/testing/example.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const { server, organiser, organiserId, planId, campaignId } = await testCampaign(db, {
  plan: 'luoyang-2021',
  today: '2021-12-24',
})
const textNamed = (id: string) => exampleText.replaceAll('model-citizens-2026', id)
const draftOf = async (text: string) =>
  (await organiser.call(plansApi.addPlan, { body: { from: { sources: { 'plan.yaml': text } } } })).id
const read = (id: number) => organiser.call(plansApi.getPlan, { params: { id } })
const save = async (id: number, text: string) => {
  const { revision } = await read(id)
  return organiser.call(plansApi.savePlan, { params: { id }, body: { revision, sources: { 'plan.yaml': text } } })
}
const publish = (id: number, reason = '首次发布') =>
  organiser.call(plansApi.publishPlan, { params: { id }, body: { reason } })
const stranger = await server.signedIn({
  unitId: await inTransaction(db, tx => addUnit(tx, { name: '外市市委办', kind: 'city' })),
  roles: ['organiser'],
})

describe('the shelf', () => {
  it('shows the shipped plans with issuer and year, and what stands in the office', async () => {
    const { shipped, plans } = await organiser.call(plansApi.listPlans, {})
    expect(shipped.map(({ id, year }) => [id, year])).toEqual([
      ['henan-2021', 2021],
      ['jiaozuo-2017', 2017],
      ['luoyang-2021', 2021],
    ])
    expect(plans.map(({ slug, version, changed }) => [slug, version, changed])).toEqual([['luoyang-2021', 1, false]])
  })

  it('has nothing of another office, and refuses a shipped plan there is none of', async () => {
    expect((await stranger.call(plansApi.listPlans, {})).plans).toEqual([])
    const outside = { params: { id: planId } }
    await expect(stranger.call(plansApi.getPlan, outside)).rejects.toMatchObject({ status: 403 })
    await expect(stranger.call(plansApi.rehearsePlan, { ...outside, query: {} })).rejects.toMatchObject({ status: 403 })
    await expect(stranger.call(plansApi.addPlan, { body: { from: { planId } } })).rejects.toMatchObject({ status: 404 })
    const body = { from: { shipped: '../plans/luoyang-2021' } }
    await expect(organiser.call(plansApi.addPlan, { body })).rejects.toMatchObject({ code: 'plan.unknown' })
  })

  it('refuses an id that is taken, and files outside the plan’s folder', async () => {
    const again = { body: { from: { shipped: 'luoyang-2021' } } }
    await expect(organiser.call(plansApi.addPlan, again)).rejects.toMatchObject({ code: 'plan.exists', status: 409 })
    const outside = { body: { from: { sources: { '../plan.yaml': 'id: a' } } } }
    await expect(organiser.call(plansApi.addPlan, outside)).rejects.toMatchObject({ status: 422 })
  })
})

describe('a copy to another year', () => {
  it('is previewed without being kept, then added with what to check', async () => {
    const body = { from: { shipped: 'luoyang-2021' }, year: 2025 }
    const preview = await organiser.call(plansApi.previewYear, { body })
    expect(preview.slug).toBe('luoyang-2025')
    expect(preview.stages[0]!.dueBy.from).toBe('2021-12-30')
    expect(preview.stages[0]!.dueBy.to).toMatch(/^202[56]-/)
    const { id, notes } = await organiser.call(plansApi.addPlan, { body })
    expect(notes).toEqual(preview.notes)
    const draft = await read(id)
    expect([draft.slug, draft.faults, Object.keys(draft.sources)]).toEqual(['luoyang-2025', [], ['plan.yaml']])
  })

  it('of a plan that does not check is refused with its faults', async () => {
    const body = { from: { sources: { 'plan.yaml': 'format: 1\n' } }, year: 2026 }
    await expect(organiser.call(plansApi.previewYear, { body })).rejects.toMatchObject({ code: 'plan.faulty' })
  })
})

describe('a rehearsal', () => {
  it('of unsaved text writes nothing', async () => {
    const id = await draftOf(textNamed('rehearsed-2026'))
    const before = await read(id)
    const body = { sources: { 'plan.yaml': textNamed('rehearsed-2026') }, planId: id }
    const { rehearsal, faults, hash } = await organiser.call(plansApi.rehearseText, { body })
    expect(faults).toEqual([])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(rehearsal!.stages).toHaveLength(11)
    expect(await read(id)).toEqual(before)
    expect(await organiser.call(plansApi.rehearsePlan, { params: { id }, query: {} })).toEqual({
      rehearsal,
      faults,
      hash,
    })
  })

  it('of a plan with an impossible date gives its line instead', async () => {
    const text = textNamed('impossible-2026').replace('dueBy: 2026-04-10', 'dueBy: 2026-02-30')
    const body = { sources: { 'plan.yaml': text } }
    const { rehearsal, faults } = await organiser.call(plansApi.rehearseText, { body })
    expect(rehearsal).toBeNull()
    expect(faults.map(({ code, path }) => [code, path.at(-1)])).toContainEqual(['impossible-date', 'dueBy'])
  })

  it('compares exclusions with the office’s other plans', async () => {
    const from = 'from: { kind: register, title: 示例市道德模范, sinceYear: 2018 }'
    const text = textNamed('others-2026').replace(from, 'from: { kind: campaign, plan: luoyang-2021, title: 百名先进 }')
    const rehearsed = await organiser.call(plansApi.rehearseText, { body: { sources: { 'plan.yaml': text } } })
    expect(rehearsed.faults).toEqual([])
    const codes = rehearsed.rehearsal!.remarks.map(({ code }) => code)
    expect(codes).not.toContain('exclusion-unknown')
    const unknown = text.replace('plan: luoyang-2021', 'plan: nowhere-2021')
    const without = await organiser.call(plansApi.rehearseText, { body: { sources: { 'plan.yaml': unknown } } })
    expect(without.rehearsal!.remarks.map(({ code }) => code)).toContain('exclusion-unknown')
  })
})

describe('publishing', () => {
  it('is refused with every fault and its line while the plan does not check; no campaign can start', async () => {
    const id = await draftOf(textNamed('faulty-2026').replace('awards: 10', 'awards: ten'))
    await expect(publish(id)).rejects.toMatchObject({ code: 'plan.faulty', status: 422 })
    expect((await read(id)).versions).toEqual([])
    await expect(organiser.call(plansApi.startCampaign, { body: { planVersionId: 9_999 } })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('freezes by hash; a change is a new version whose differences can be read', async () => {
    const id = await draftOf(textNamed('versions-2026'))
    const first = await publish(id)
    expect(first.version).toBe(1)
    await save(id, `# 另加一行说明\n${textNamed('versions-2026')}`)
    await expect(publish(id, '没有变化')).rejects.toMatchObject({ code: 'plan.unchanged' })
    await save(id, textNamed('versions-2026').replace('dueBy: 2026-04-10', 'dueBy: 2026-04-13'))
    expect((await organiser.call(plansApi.comparePlan, { params: { id }, query: { from: 1 } })).changes).toEqual([
      { path: ['stages', 'recommend', 'dueBy'], kind: 'changed', before: '2026-04-10', after: '2026-04-13' },
    ])
    const second = await publish(id, '推荐截止顺延')
    expect([second.version, second.hash === first.hash]).toEqual([2, false])
    expect((await read(id)).versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '推荐截止顺延'],
      [1, '首次发布'],
    ])
    await expect(
      sql`update selection.plan_version set reason = '改' where id = ${first.id}`.execute(db),
    ).rejects.toThrow('never changed')
    const actions = (await history(db, 'plan', id)).map(({ action }) => action)
    expect(actions.filter(action => action === 'selection.plan.publish')).toHaveLength(2)
  })

  it('keeps the id of a published plan, and lets a draft take a free one', async () => {
    const id = await draftOf(textNamed('renamed-2026'))
    await save(id, textNamed('luoyang-2021'))
    await expect(publish(id)).rejects.toMatchObject({ code: 'plan.exists' })
    await save(id, textNamed('free-2026'))
    await publish(id)
    expect((await read(id)).slug).toBe('free-2026')
    await save(id, textNamed('other-2026'))
    await expect(publish(id)).rejects.toMatchObject({ code: 'plan.renamed' })
  })

  it('does not publish what somebody else saved after the page was read', async () => {
    const id = await draftOf(textNamed('unseen-2026'))
    const { hash } = await organiser.call(plansApi.rehearsePlan, { params: { id }, query: {} })
    await save(id, textNamed('unseen-2026').replace('awards: 10', 'awards: 9'))
    const body = { reason: '首次发布', hash: hash! }
    await expect(organiser.call(plansApi.publishPlan, { params: { id }, body })).rejects.toMatchObject({
      code: 'version.conflict',
    })
    expect((await read(id)).versions).toEqual([])
  })

  it('keeps both when two people save', async () => {
    const id = await draftOf(textNamed('conflict-2026'))
    const { revision, sources } = await read(id)
    await save(id, textNamed('conflict-2026').replace('shortTitle: 市道德模范', 'shortTitle: 甲改'))
    await expect(
      organiser.call(plansApi.savePlan, { params: { id }, body: { revision, sources } }),
    ).rejects.toMatchObject({ code: 'version.conflict', current: { revision: revision + 1 } })
  })
})

describe('a plan’s files', () => {
  it('are handed out as they were written in a ZIP, or put together in one file', async () => {
    const get = (query: string) =>
      server.app.request(`/api/selection/plans/${planId}/files${query}`, { headers: { cookie: organiser.cookie } })
    const zip = await get('')
    expect(zip.headers.get('content-type')).toBe('application/zip')
    expect(new Uint8Array(await zip.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    const yaml = await (await get('?as=yaml&version=1')).text()
    const body = { sources: { 'plan.yaml': yaml } }
    const { hash } = await organiser.call(plansApi.rehearseText, { body })
    expect(hash).toBe((await read(planId)).versions[0]!.hash)
    expect((await get('?version=7')).status).toBe(404)
  })
})

describe('a running campaign', () => {
  const changeTo = (planVersionId: number) =>
    organiser.call(plansApi.changeVersion, { params: { id: campaignId }, body: { planVersionId } })
  const amend = async (from: string, to: string) => {
    const { revision, sources } = await read(planId)
    expect(sources['plan.yaml']).toContain(from)
    const changed = { ...sources, 'plan.yaml': sources['plan.yaml']!.replaceAll(from, to) }
    await organiser.call(plansApi.savePlan, { params: { id: planId }, body: { revision, sources: changed } })
    return publish(planId, '调整')
  }
  const state = async () => {
    const { rows } = await sql`select c.plan_version_id as version, r.due_on::text as due,
        (select count(distinct due_on)::int from selection.submission where campaign_id = c.id) as dates,
        (select max(due_on)::text from selection.submission where campaign_id = c.id) as "unitsDue"
      from selection.campaign c join selection.stage_run r on r.campaign_id = c.id and r.stage = 'recommend'
      where c.id = ${campaignId}`.execute(db)
    return rows[0]
  }

  it('keeps its version when a later one is published, and may be moved to it with its dates', async () => {
    const before = await state()
    const later = await amend('2021-12-30', '2021-12-31')
    expect(await state()).toEqual(before)
    expect(await changeTo(later.id)).toEqual({ id: campaignId, version: later.version })
    expect(await state()).toMatchObject({ version: later.id, due: '2021-12-31', dates: 1, unitsDue: '2021-12-31' })
    const actions = (await history(db, 'campaign', campaignId)).map(({ action }) => action)
    expect(actions).toContain('selection.campaign.version')
  })

  it('is not moved to a version with other categories, nor to another plan’s, nor back', async () => {
    const before = await state()
    const other = await amend('awards: null', 'awards: 20')
    await expect(changeTo(other.id)).rejects.toMatchObject({ code: 'campaign.version', message: /推选类别/ })
    const { versions } = await read(planId)
    await expect(changeTo(versions.find(({ version }) => version === 1)!.id)).rejects.toThrow('只能换成更新的一版')
    const foreign = await publish(await draftOf(textNamed('foreign-2026')))
    await expect(changeTo(foreign.id)).rejects.toThrow('同一份方案')
    expect(await state()).toEqual(before)
    await expect(
      stranger.call(plansApi.changeVersion, { params: { id: campaignId }, body: { planVersionId: other.id } }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('cannot be started twice on one plan', async () => {
    const { versions } = await read(planId)
    const body = { planVersionId: versions[0]!.id }
    await expect(organiser.call(plansApi.startCampaign, { body })).rejects.toMatchObject({ code: 'campaign.exists' })
    expect(organiserId).toBeGreaterThan(0)
  })
})
