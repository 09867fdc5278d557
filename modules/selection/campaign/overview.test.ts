import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { readSheet } from '#kernel/documents/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { printSome } from '../nomination/keep-prints.ts'
import { campaignsApi, nominationsApi, overviewApi, similarApi, submissionsApi, urgingApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })
const params = { id: campaign.campaignId }
const list = (query: Record<string, unknown>) =>
  campaign.organiser.call(campaignsApi.listUnits, { params, query: { limit: 200, ...query } as never })
const names = (await list({})).rows.map(({ unitName }) => unitName)
const deeds =
  '他坚持把群众的急难愁盼当作头等大事来办，三年里走访六百多户居民，修好了四十二盏路灯，改造了两处漏雨的屋顶。'

/** A nominee whose article is handed in, without the checks of a real 上报: those are told elsewhere. */
const nominee = async (unit: string, name: string, text: string) => {
  const { clerk, submissionId } = await campaign.clerkOf(unit)
  const { id } = await clerk.call(nominationsApi.addNomination, {
    params: { id: submissionId },
    body: { category: 'member' },
  })
  const article = { title: name, subtitle: '', paragraphs: [{ level: 0 as const, text }] }
  await clerk.call(nominationsApi.saveNomination, {
    params: { id },
    body: { revision: 0, answers: { name }, articles: { article }, particulars: {}, reasons: [] },
  })
  return { id, clerk, submissionId }
}
const first = await nominee(names[0]!, '张三', deeds)
const second = await nominee(names[1]!, '李四', `李四同志的事迹。${deeds}`)
const third = await nominee(names[2]!, '王五', '她在社区食堂为七十位老人送餐，风雨无阻，已经坚持了整整五年时间。')
for (const { submissionId } of [first, second])
  await inTransaction(db, async tx => {
    await sql`update selection.nomination set state = 'submitted' where submission_id = ${submissionId}`.execute(tx)
    await sql`update selection.submission set state = 'submitted' where id = ${submissionId}`.execute(tx)
  })

describe('how far the units are', () => {
  it('is told in numbers, by state and by category and class of unit', async () => {
    const { units, parts } = await campaign.organiser.call(overviewApi.getProgress, { params })
    expect(units).toEqual({
      total: names.length,
      unstarted: names.length - 3,
      drafting: 1,
      submitted: 2,
      returned: 0,
      accepted: 0,
      promised: 0,
    })
    const counties = parts.find(part => part.category === 'member' && part.unitClass === 'county')
    expect(counties).toMatchObject({ className: '县区', draft: 1, handedIn: 2, returned: 0 })
  })

  it('can be asked for who has not started, who is still writing, and who promised a seal', async () => {
    expect((await list({ state: 'drafting' })).rows.map(({ unitName }) => unitName)).toEqual([names[2]])
    expect((await list({ state: 'unstarted' })).total).toBe(names.length - 3)
    expect((await list({ state: 'promised' })).total).toBe(0)
  })

  it('is exported whole and as filtered, and to nobody but the organiser', async () => {
    const get = (cookie: string, path: string) =>
      campaign.server.app.request(`/api/selection/campaigns/${campaign.campaignId}/${path}`, { headers: { cookie } })
    const units = await get(campaign.organiser.cookie, 'units.xlsx?state=submitted')
    const sheet = await readSheet(Buffer.from(await units.arrayBuffer()))
    expect(JSON.stringify(sheet)).toContain(names[0])
    expect(JSON.stringify(sheet)).not.toContain(names[2])
    const people = await get(campaign.organiser.cookie, 'nominations.xlsx')
    const rows = JSON.stringify(await readSheet(Buffer.from(await people.arrayBuffer())))
    expect(rows).toContain('张三')
    expect(rows).not.toContain('王五')
    for (const path of ['units.xlsx', 'nominations.xlsx', 'progress'])
      expect((await get(first.clerk.cookie, path)).status).toBe(403)
  })
})

describe('urging units', () => {
  const ids = [first.submissionId, third.submissionId]

  it('tells the posts of the chosen units and nobody else, with the words as edited, on record', async () => {
    const answer = await campaign.organiser.call(urgingApi.urgeUnits, {
      params,
      body: { submissionIds: ids, subject: '催报提醒', body: '请于12月30日前上报。', sms: false },
    })
    expect(answer).toEqual({ units: 2, posts: 2, unreached: [] })
    const { rows } = await sql<{ unit: string; body: string }>`
      select u.name as unit, m.body from notifications.message m join units.post p on p.id = m.post_id
      join units.unit u on u.id = p.unit_id order by m.id`.execute(db)
    expect(rows).toEqual([
      { unit: names[0], body: '请于12月30日前上报。' },
      { unit: names[2], body: '请于12月30日前上报。' },
    ])
    const { rows: entries } = await sql<{ body: string }>`
      select detail ->> 'body' as body from audit.entry where action = 'selection.urging.send'`.execute(db)
    expect(entries).toEqual([{ body: '请于12月30日前上报。' }])
  })

  it('names units that nobody can be told in, and lists telephones only on record', async () => {
    const { rows } = await list({ search: names[5]! })
    const submissionIds = [first.submissionId, rows[0]!.submissionId]
    const answer = await campaign.organiser.call(urgingApi.urgeUnits, {
      params,
      body: { submissionIds, subject: '催报提醒', body: '请尽快。', sms: false },
    })
    expect(answer.unreached).toEqual([names[5]])
    const { contacts } = await campaign.organiser.call(urgingApi.listContacts, { params, body: { submissionIds } })
    expect(contacts.map(({ unitName, name }) => [unitName, name])).toEqual([[names[0], `${names[0]}经办`]])
    const { rows: entries } = await sql<{ n: number }>`
      select count(*)::int as n from audit.entry where action = 'selection.urging.contacts'`.execute(db)
    expect(entries[0]!.n).toBe(1)
  })

  it('is refused to a unit', async () => {
    await expect(
      first.clerk.call(urgingApi.listContacts, { params, body: { submissionIds: ids } }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('查重', () => {
  it('prints what came otherwise than by handing in, once', async () => {
    expect([await printSome(db), await printSome(db)]).toEqual([2, 0])
  })

  it('lays articles with the same passages side by side, and leaves the others alone', async () => {
    const { pairs, compared } = await campaign.organiser.call(similarApi.listSimilar, { params, query: {} })
    expect(compared).toBe(2)
    expect(pairs.map(({ left, right }) => [left.name, right.name])).toEqual([['张三', '李四']])
    expect(pairs[0]!.share).toBe(1)
    const { right } = await campaign.organiser.call(similarApi.compareArticles, {
      params: { id: first.id, otherId: second.id },
      query: { material: '典型材料', otherMaterial: '典型材料' },
    })
    expect(right.parts).toEqual([
      { text: '李四同志的事迹。', common: false },
      { text: deeds, common: true },
    ])
  })

  it('shows no draft, and nothing to a unit', async () => {
    await expect(
      campaign.organiser.call(similarApi.compareArticles, {
        params: { id: first.id, otherId: third.id },
        query: { material: '典型材料', otherMaterial: '典型材料' },
      }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(first.clerk.call(similarApi.listSimilar, { params, query: {} })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a unit’s workplace', () => {
  it('says what the plan asks beside the nominees, and shows the organiser no draft', async () => {
    const own = await third.clerk.call(submissionsApi.getSubmission, { params: { id: third.submissionId } })
    expect(own.asks.notice).toEqual({
      workdays: 3,
      countPublishDay: false,
      levels: [
        { key: 'county', name: '县区媒体' },
        { key: 'unit', name: '本单位' },
      ],
      media: ['县区主要媒体', '本单位'],
      runningAllowed: true,
    })
    expect(own.nominations).toHaveLength(1)
    const seen = await campaign.organiser.call(submissionsApi.getSubmission, { params: { id: third.submissionId } })
    expect(seen.nominations).toEqual([])
    expect(seen.permissions).toEqual({
      ...{ own: false, fill: false, vetting: false },
      ...{ receive: true, unlock: true, giveBack: true },
    })
  })
})

describe('the reasons that units gave', () => {
  it('stand in one list with the sentence each answers; those of a draft do not', async () => {
    const given = (text: string) => JSON.stringify([{ rule: 'R000-03a', text, confirmedBy: '负责人' }])
    await sql`update selection.nomination set reasons = ${given('确需推荐')}::jsonb where id = ${second.id}`.execute(db)
    await sql`update selection.nomination set reasons = ${given('草稿里的理由')}::jsonb where id = ${third.id}`.execute(
      db,
    )
    const { reasons } = await campaign.organiser.call(overviewApi.listReasons, { params })
    expect(
      reasons.map(({ nominationId, rule, text, confirmedBy }) => ({ nominationId, rule, text, confirmedBy })),
    ).toEqual([{ nominationId: second.id, rule: 'R000-03a', text: '确需推荐', confirmedBy: '负责人' }])
    expect(reasons[0]!.message).toContain('三个100')
    await expect(first.clerk.call(overviewApi.listReasons, { params })).rejects.toMatchObject({ status: 403 })
  })

  it('are exported as they stand there', async () => {
    const get = (cookie: string) =>
      campaign.server.app.request(`/api/selection/campaigns/${campaign.campaignId}/reasons.xlsx`, {
        headers: { cookie },
      })
    const sheet = await readSheet(Buffer.from(await (await get(campaign.organiser.cookie)).arrayBuffer()))
    expect(JSON.stringify(sheet)).toContain('确需推荐')
    expect(JSON.stringify(sheet)).not.toContain('草稿里的理由')
    expect((await get(first.clerk.cookie)).status).toBe(403)
  })
})

describe('the list of a stage', () => {
  it('is exported with what became of each, and to nobody below the organiser', async () => {
    await inTransaction(db, async tx => {
      await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome, reason)
        select r.id, m.id, m.category, 'out', '=1+1' from selection.stage_run r, selection.nomination m
        where r.campaign_id = ${campaign.campaignId} and r.kind = 'recommend' and m.id = ${first.id}`.execute(tx)
    })
    const get = (cookie: string) =>
      campaign.server.app.request(`/api/selection/campaigns/${campaign.campaignId}/stages/recommend/pool.xlsx`, {
        headers: { cookie },
      })
    const [head, ...rows] = await readSheet(Buffer.from(await (await get(campaign.organiser.cookie)).arrayBuffer()))
    expect(head).toEqual(['序号', '类别', '推荐单位', '排序', '推荐对象', '结果', '理由'])
    expect(rows.map(row => [row[0], row[2], row[4], row[5]])).toEqual([[1, names[0], '张三', '未通过']])
    expect(String(rows[0]![6]).startsWith('=')).toBe(false)
    const [taken] = await history(db, 'campaign', campaign.campaignId)
    expect(taken).toMatchObject({
      action: 'selection.campaign.export',
      detail: { list: 'pool', stage: 'recommend' },
    })
    expect((await get(first.clerk.cookie)).status).toBe(403)
  })
})
