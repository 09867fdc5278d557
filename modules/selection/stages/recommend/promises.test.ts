import { describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan } from '../../plan/shelf.ts'
import { nominationsApi, recommendApi, submissionsApi } from '../../shared/index.ts'
import { fillSubmission, setToday, testCampaign } from '../../testing.ts'
import { remindOfDeadlines, remindOfPromises } from './sweep.ts'

const { db } = await testDatabase()
const plan = await shippedPlan('luoyang-2021')
const today = '2021-12-24'
const campaign = await testCampaign(db, { plan: plan.id, today })

const readyUnit = async (index: number) => {
  const unit = plan.units[index]!
  const entry = await campaign.clerkOf(unit.name)
  const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName }
  const ids = await fillSubmission(entry.clerk, entry.submissionId, {
    plan,
    unit: sample,
    today,
    categories: ['member'],
  })
  return { ...entry, ids, params: { id: entry.submissionId } }
}

const upload = async (client: TestClient, key: string) => {
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, repeat('3', 64), '盖章页.pdf', 'application/pdf', 1000, ${client.ids.unitId}, 'x')`.execute(db)
  return key
}

const messages = async (unitId: number) =>
  (
    await sql<{ subject: string }>`
      select m.subject from notifications.message m join units.post p on p.id = m.post_id
      where p.unit_id = ${unitId} and m.channel = 'in-app' order by m.id`.execute(db)
  ).rows.map(({ subject }) => subject)

describe('promised seals', () => {
  it('are listed with their dates and brought after the list was received, which stays received', async () => {
    const unit = await readyUnit(0)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    await campaign.organiser.call(submissionsApi.accept, { params: unit.params })
    const { items } = await unit.clerk.call(recommendApi.listUnitPromises, { params: unit.params })
    const ofForm = items.filter(({ nominationId }) => nominationId === unit.ids[0])
    expect(ofForm.length).toBeGreaterThan(1)
    expect(new Set(ofForm.map(({ promisedBy }) => promisedBy))).toEqual(new Set([today]))
    const { nominationId, path } = ofForm.find(item => item.path.startsWith('answers.'))!
    const fileKey = await upload(unit.clerk, 'stamped')
    const keep = () =>
      unit.clerk.call(recommendApi.keepPromise, {
        params: unit.params,
        body: { nominationId, path, fileKey, sealedOn: '2021-12-23' },
      })
    expect(await keep()).toEqual({ left: items.length - 1 })
    await expect(keep()).rejects.toMatchObject({ code: 'promise.none' })
    const stored = await unit.clerk.call(nominationsApi.getNomination, { params: { id: nominationId! } })
    expect(stored.state).toBe('accepted')
    expect(stored.answers[path.split('.')[1]!]).toMatchObject({
      date: '2021-12-23',
      evidence: { kind: 'scan', fileId: 'stamped', name: '盖章页.pdf', page: 1 },
    })
    expect((await history(db, 'nomination', nominationId!)).map(({ action }) => action)).toContain(
      'selection.promise.keep',
    )
  })

  it('of drafts are told to the unit alone; not even a name goes to the organiser before the list is handed in', async () => {
    const unit = await readyUnit(4)
    const { items } = await unit.clerk.call(recommendApi.listUnitPromises, { params: unit.params })
    expect(items.length).toBeGreaterThan(1)
    const { name } = items.find(item => item.name)!
    const seen = await campaign.organiser.call(recommendApi.listUnitPromises, { params: unit.params })
    const all = await campaign.organiser.call(recommendApi.listPromises, { params: { id: campaign.campaignId } })
    expect([seen.items, all.items.filter(({ submissionId }) => submissionId === unit.params.id)]).toEqual([[], []])
    expect(JSON.stringify([seen, all])).not.toContain(name)
    await unit.clerk.call(submissionsApi.submit, { params: unit.params })
    const after = await campaign.organiser.call(recommendApi.listUnitPromises, { params: unit.params })
    expect(after.items).toEqual(items)
  })

  it('are a unit’s own to bring, with a file of its own', async () => {
    const unit = await readyUnit(1)
    const { items } = await unit.clerk.call(recommendApi.listUnitPromises, { params: unit.params })
    const { nominationId, path } = items[0]!
    const foreign = await upload(campaign.organiser, 'foreign')
    const body = { nominationId, path, fileKey: foreign, sealedOn: today }
    await expect(unit.clerk.call(recommendApi.keepPromise, { params: unit.params, body })).rejects.toMatchObject({
      code: 'file.unknown',
    })
    const { clerk: sibling } = await campaign.clerkOf(plan.units[2]!.name)
    await expect(sibling.call(recommendApi.keepPromise, { params: unit.params, body })).rejects.toMatchObject({
      status: 403,
    })
    await expect(sibling.call(recommendApi.listUnitPromises, { params: unit.params })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a photograph', () => {
  it('is measured by the server, whatever figures the page sends', async () => {
    const unit = await readyUnit(3)
    const params = { id: unit.ids[0]! }
    const { answers, articles, particulars, reasons, revision } = await unit.clerk.call(nominationsApi.getNomination, {
      params,
    })
    const photo = { ...(answers.photo as object), width: 9999, height: 1, whiteShare: 0 }
    const body = { answers: { ...answers, photo }, articles, particulars, reasons, revision }
    await unit.clerk.call(nominationsApi.saveNomination, { params, body })
    const stored = await unit.clerk.call(nominationsApi.getNomination, { params })
    expect(stored.answers.photo).toEqual(answers.photo)
    const forged = {
      ...body,
      revision: revision + 1,
      answers: { ...answers, photo: { ...photo, fileId: 'not-there' } },
    }
    await expect(unit.clerk.call(nominationsApi.saveNomination, { params, body: forged })).rejects.toMatchObject({
      status: 422,
      code: 'file.unknown',
    })
  })
})

describe('the sweep', () => {
  it('reminds three working days before the deadline, on the day, and of a promise that was not kept: once each', async () => {
    const { clerk, unitId } = await campaign.clerkOf(plan.units[5]!.name)
    const sweep = async (day: string) => {
      await setToday(db, day)
      for (const run of [remindOfDeadlines, remindOfPromises, remindOfDeadlines]) await run(db)
    }
    await sweep('2021-12-26')
    expect(await messages(unitId)).toEqual([])
    await sweep('2021-12-27')
    await sweep('2021-12-28')
    expect(await messages(unitId)).toEqual(['“百名先进”推荐材料12月30日截止'])
    await sweep('2021-12-30')
    await sweep('2021-12-31')
    expect(await messages(clerk.ids.unitId)).toEqual(['“百名先进”推荐材料12月30日截止', '“百名先进”推荐材料今天截止'])
    const late = await campaign.clerkOf(plan.units[3]!.name)
    expect((await messages(late.unitId)).filter(subject => subject.includes('逾期未补'))).toHaveLength(1)
  })
})
