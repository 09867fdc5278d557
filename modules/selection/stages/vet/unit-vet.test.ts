import { describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import { readSheet } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../../plan/shelf.ts'
import { sampleReport } from '../../sample/index.ts'
import { campaignsApi, nominationsApi, submissionsApi, vetApi } from '../../shared/index.ts'
import { fillSubmission, setToday, testCampaign } from '../../testing.ts'
import { askAboutNewcomers } from './sweep.ts'

const { db } = await testDatabase()
const plan = await shippedPlan('jiaozuo-2017')
const started = '2017-03-20'
const campaign = await testCampaign(db, { plan: plan.id, today: started })
const directUnits = plan.units.filter(unit => unit.class === 'direct')
const secret = '有线索正在核实，编号甲九七三一'

/** A directly subordinate unit with its two lists filled in and its own clerk, officer and principal. */
const readyUnit = async (index: number) => {
  const unit = directUnits[index]!
  const entry = await campaign.clerkOf(unit.name)
  const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName }
  const categories = ['top-member', 'fine-member']
  const ids = await fillSubmission(entry.clerk, entry.submissionId, { plan, unit: sample, today: started, categories })
  const officer = await campaign.server.signedIn({ unitId: entry.unitId, roles: ['objection-officer'] })
  const at = { params: { id: campaign.campaignId, stage: 'unit-vet' }, query: { submissionId: entry.submissionId } }
  return { ...entry, ids, officer, at, sample }
}
type Ready = Awaited<ReturnType<typeof readyUnit>>

const scanOf = async (database: Db, client: TestClient): Promise<string> => {
  const key = `scan-${client.ids.accountId}`
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, repeat('1', 64), '汇总表.pdf', 'application/pdf', 1000, ${client.ids.unitId},
      ${`account:${client.ids.accountId}`}) on conflict do nothing`.execute(database)
  return key
}

const vetting = (client: TestClient, { at }: Ready) => client.call(vetApi.getVetting, at)
const askAll = ({ clerk, at }: Ready) =>
  clerk.call(vetApi.askDepartments, { ...at, body: { letterNo: '组函〔2017〕9号' } })

/** Enters all seven sheets with one scan; `objections` by department. */
const enterAll = async (unit: Ready, objections: Record<string, { nominationId: number; reason: string }[]> = {}) => {
  const { departments } = await vetting(unit.clerk, unit)
  return unit.clerk.call(vetApi.enterPaper, {
    ...unit.at,
    body: {
      fileKey: await scanOf(db, unit.clerk),
      sheets: departments
        .filter(({ regulator }) => !regulator)
        .map(({ key, requestId }) => ({
          requestId: requestId!,
          sealedOn: '2017-03-24',
          objections: objections[key] ?? [],
        })),
    },
  })
}

describe('asking', () => {
  it('makes one request a department with every name, and asks about newcomers too', async () => {
    const unit = await readyUnit(0)
    expect(await askAll(unit)).toEqual({ requests: 7, names: 2 })
    const { id } = await unit.clerk.call(nominationsApi.addNomination, {
      params: { id: unit.submissionId },
      body: { category: 'fine-member' },
    })
    await unit.clerk.call(nominationsApi.saveNomination, {
      params: { id },
      body: { revision: 0, answers: { name: '后来者', sector: '企业' }, articles: {}, particulars: {}, reasons: [] },
    })
    await askAboutNewcomers(db)
    const { departments, unasked, waiting } = await vetting(unit.clerk, unit)
    expect([unasked, waiting]).toEqual([0, 7])
    expect(departments.filter(({ regulator }) => !regulator).map(({ asked }) => asked)).toEqual([3, 3, 3, 3, 3, 3, 3])
    expect(departments.filter(({ regulator }) => regulator).map(({ asked }) => asked)).toEqual([1, 1, 1, 1, 1, 1, 1])
  })

  it('is the unit’s own: a sibling and, before it is handed in, the organiser see nothing', async () => {
    const unit = await readyUnit(1)
    await askAll(unit)
    const { clerk: sibling } = await campaign.clerkOf(directUnits[2]!.name)
    for (const stranger of [sibling, campaign.organiser]) {
      await expect(vetting(stranger, unit)).rejects.toMatchObject({ status: 403 })
      await expect(stranger.call(vetApi.askDepartments, { ...unit.at, body: {} })).rejects.toMatchObject({
        status: 403,
      })
    }
  })
})

describe('a department', () => {
  it('answers by its post: all 无异议 but one, saved as it goes, sent once', async () => {
    const unit = await readyUnit(3)
    await askAll(unit)
    const vetter = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['vetter'], name: '信访局' })
    const { departments } = await vetting(unit.clerk, unit)
    const { requestId } = departments.find(({ key }) => key === 'petitions')!
    const params = { id: requestId! }
    await expect(vetter.call(vetApi.getRequest, { params })).rejects.toMatchObject({ status: 403 })
    await unit.clerk.call(vetApi.setRecipient, { params, body: { unitId: vetter.ids.unitId } })
    const { tasks } = await vetter.call(campaignsApi.myWork, {})
    expect(tasks.map(({ link, detail }) => [link, detail])).toEqual([[`/vet/${requestId}`, '“十佳百优”推荐对象2个']])

    const opinions = [
      { nominationId: unit.ids[0]!, opinion: 'none' as const },
      { nominationId: unit.ids[1]!, opinion: 'objection' as const },
    ]
    await vetter.call(vetApi.saveOpinions, { params, body: { opinions } })
    const early = await vetting(unit.clerk, unit)
    expect(early.names.flatMap(name => name.opinions.map(({ verdict }) => verdict))).not.toContain('objection')
    await expect(vetter.call(vetApi.answerRequest, { params })).rejects.toMatchObject({ code: 'vet.incomplete' })
    await vetter.call(vetApi.saveOpinions, {
      params,
      body: { opinions: [{ nominationId: unit.ids[1]!, opinion: 'objection', reason: secret }] },
    })
    await vetter.call(vetApi.answerRequest, { params })
    expect((await vetter.call(vetApi.getRequest, { params })).names.map(({ reason }) => reason)).toContain(secret)
  })
})

describe('a reason', () => {
  it('is read by the unit’s officers and nobody else, wherever they look', async () => {
    const unit = await readyUnit(4)
    await askAll(unit)
    await enterAll(unit, { petitions: [{ nominationId: unit.ids[1]!, reason: secret }] })
    const seen = await vetting(unit.officer, unit)
    expect(seen.names[1]!.opinions.find(({ verdict }) => verdict === 'objection')!.reason).toBe(secret)
    const elsewhere = [
      await vetting(unit.clerk, unit),
      await unit.clerk.call(submissionsApi.checkSubmission, { params: { id: unit.submissionId } }),
      await unit.clerk
        .call(submissionsApi.submit, { params: { id: unit.submissionId } })
        .catch(error => error.findings),
      await unit.clerk.call(nominationsApi.getNomination, { params: { id: unit.ids[1]! } }),
      await unit.clerk.call(campaignsApi.myWork, {}),
      (await sql`select detail from audit.entry`.execute(db)).rows,
      (await sql`select subject, body from notifications.message`.execute(db)).rows,
    ]
    expect(elsewhere.map(answer => JSON.stringify(answer).includes('甲九七三一'))).toEqual(elsewhere.map(() => false))
    const petitions = (await vetting(unit.clerk, unit)).departments.find(({ key }) => key === 'petitions')!
    expect(petitions.scanKey).toBe(null)
    const { findings } = await unit.clerk.call(submissionsApi.checkSubmission, { params: { id: unit.submissionId } })
    expect(findings.filter(({ rule }) => rule === 'R003-14a').map(({ message }) => message)).toEqual([
      expect.stringContaining('有异议：暂不宜推荐，请先作出处理结论。'),
    ])
  })

  it('leaves in no exported list, though its officer takes it', async () => {
    const unit = await readyUnit(2)
    await askAll(unit)
    await enterAll(unit, { petitions: [{ nominationId: unit.ids[1]!, reason: secret }] })
    const take = (client: TestClient) =>
      campaign.server.app.request(
        `/api/selection/campaigns/${campaign.campaignId}/vetting/unit-vet/matrix.xlsx?submissionId=${unit.submissionId}`,
        { headers: { cookie: client.cookie } },
      )
    const sheet = JSON.stringify(await readSheet(Buffer.from(await (await take(unit.officer)).arrayBuffer())))
    expect(sheet).toContain('暂不宜推荐（待作出处理结论）')
    expect(sheet).not.toContain('甲九七三一')
    const [taken] = await history(db, 'campaign', campaign.campaignId)
    expect(taken).toMatchObject({ action: 'selection.vet.export', detail: { stage: 'unit-vet', list: 'matrix' } })
    expect((await take(campaign.organiser)).status).toBe(403)
  })

  it('is concluded by an officer of the asking unit alone; stopping takes the name off the list', async () => {
    const unit = await readyUnit(5)
    await askAll(unit)
    await enterAll(unit, { court: [{ nominationId: unit.ids[1]!, reason: secret }] })
    const court = (await vetting(unit.officer, unit)).departments.find(({ key }) => key === 'court')!
    const conclude = (client: TestClient) =>
      client.call(vetApi.concludeOpinion, {
        params: { id: court.requestId! },
        body: { nominationId: unit.ids[1]!, conclusion: 'stop', reason: '经核实不再推荐' },
      })
    const foreign = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['objection-officer'] })
    for (const stranger of [unit.clerk, foreign])
      await expect(conclude(stranger)).rejects.toMatchObject({ status: 403 })
    await conclude(unit.officer)
    await expect(conclude(unit.officer)).rejects.toMatchObject({ code: 'vet.no-objection' })
    const { nominations } = await unit.clerk.call(submissionsApi.getSubmission, { params: { id: unit.submissionId } })
    expect(nominations.find(({ id }) => id === unit.ids[1])!.state).toBe('removed')
  })
})

describe('paper is equal', () => {
  it('carries a submission through vetting by its stamped sheet to being received', async () => {
    const unit = await readyUnit(6)
    const params = { id: unit.submissionId }
    await setToday(db, '2017-04-13')
    const before = await unit.clerk.call(submissionsApi.checkSubmission, { params })
    expect(before.findings.filter(({ rule }) => rule === 'R003-12a')).toHaveLength(14)
    await askAll(unit)
    await enterAll(unit)
    await unit.clerk.call(submissionsApi.saveReport, {
      params,
      body: {
        revision: 1,
        report: sampleReport(plan, unit.sample, { seed: 1, today: '2017-04-13', metOn: '2017-04-13' }),
      },
    })
    const { findings } = await unit.clerk.call(submissionsApi.checkSubmission, { params })
    expect(findings.filter(({ severity }) => severity === 'block').map(({ rule, message }) => [rule, message])).toEqual(
      [],
    )
    await unit.clerk.call(submissionsApi.submit, { params })
    await campaign.organiser.call(submissionsApi.accept, { params })
    const { departments, names } = await vetting(campaign.organiser, unit)
    expect(departments.filter(({ regulator }) => !regulator).map(({ state, enteredBy }) => [state, enteredBy])).toEqual(
      Array.from({ length: 7 }, () => ['answered', `${directUnits[6]!.name}经办`]),
    )
    expect(
      names.flatMap(name => name.opinions.map(({ verdict, channel, sealedOn }) => [verdict, channel, sealedOn])),
    ).toEqual(Array.from({ length: 14 }, () => ['none', 'paper', '2017-03-24']))
    const acts = await history(db, 'vet-request', departments[0]!.requestId!)
    expect(acts.map(({ action }) => action)).toEqual(['selection.vet.enter'])
  })

  it('is downloaded as the annex with the names filled in', async () => {
    const unit = await readyUnit(7)
    const answer = await campaign.server.app.request(
      `/api/selection/campaigns/${campaign.campaignId}/vetting/unit-vet/sheets/opinions?submissionId=${unit.submissionId}`,
      { headers: { cookie: unit.clerk.cookie } },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(4000)
  })

  it('takes no scan of somebody else', async () => {
    const unit = await readyUnit(8)
    await askAll(unit)
    const foreign = await scanOf(db, campaign.organiser)
    const { departments } = await vetting(unit.clerk, unit)
    await expect(
      unit.clerk.call(vetApi.enterPaper, {
        ...unit.at,
        body: { fileKey: foreign, sheets: [{ requestId: departments[0]!.requestId!, sealedOn: '2017-03-24' }] },
      }),
    ).rejects.toMatchObject({ status: 422, code: 'file.unknown' })
  })
})
