import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { TestClient } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import {
  articleDocument,
  formDocument,
  joined,
  PROFILES,
  qrPicture,
  readWord,
  renderDocx,
  renderForm,
  textIn,
} from '#kernel/documents/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { formOf } from '../plan/lookup.ts'
import { shippedPlan } from '../plan/shelf.ts'
import { sampleNominee } from '../sample/index.ts'
import { intakeApi, nominationsApi, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { removeForgotten } from './drop-form.ts'
import { readWaiting, resumeAbandoned } from './read-job.ts'

const { db } = await testDatabase()
const store = await localStore(await mkdtemp(join(tmpdir(), 'intake-')))
useFileStore(store)
const plan = await shippedPlan('luoyang-2021')
const today = '2021-12-27'
const campaign = await testCampaign(db, { plan: plan.id, today })
const unit = plan.units[0]!
const { clerk, submissionId } = await campaign.clerkOf(unit.name)
const { clerk: sibling } = await campaign.clerkOf(plan.units[1]!.name)
const sample = sampleNominee(
  plan,
  'member',
  { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.fullName },
  { seed: 5, today },
)
const form = formOf(plan, 'member')

/** A file as the files room keeps it once it was uploaded by somebody. */
const upload = async (client: TestClient, content: Buffer | Uint8Array, name: string, mime: string) => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const key = randomUUID()
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, ${sha256}, ${name}, ${mime}, ${content.length}, ${client.ids.unitId}, 'x')`.execute(db)
  const path = join(store.incoming, key)
  await writeFile(path, content)
  await store.put(mime.startsWith('image/') ? `${sha256}.view` : sha256, path)
  return key
}
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const filled = () =>
  renderDocx(
    joined('推荐表', [
      formDocument(form, sample.answers),
      articleDocument(Object.values(sample.articles)[0]!, PROFILES['luoyang2021-material']!),
    ]),
  )
const params = (key: string) => ({ params: { id: submissionId, key } })
const bring = async (...fileKeys: string[]) => {
  await clerk.call(intakeApi.bringForms, { params: { id: submissionId }, body: { fileKeys } })
  await readWaiting(db)
}
const readForm = async (key: string) => {
  await bring(key)
  return clerk.call(intakeApi.getForm, params(key))
}
const formsBrought = async () => (await clerk.call(intakeApi.listForms, { params: { id: submissionId } })).forms
const stateOf = async (key: string) => (await formsBrought()).find(form => form.key === key)

describe('an uploaded form', () => {
  it('is recognised and read with its article, and nothing is saved by it', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    const read = await readForm(key)
    expect(read.categories).toEqual([{ key: 'member', name: '党员服务标兵' }])
    expect(read.answers).toMatchObject({ name: sample.answers.name, deeds: sample.answers.deeds })
    expect(read.text).toEqual(Object.keys(sample.articles)[0])
    expect(read.article?.title).toEqual(Object.values(sample.articles)[0]!.title)
    expect(read.cells.find(({ path }) => path === 'name')).toMatchObject({ source: sample.answers.name, confidence: 1 })
    const list = await clerk.call(submissionsApi.getSubmission, { params: { id: submissionId } })
    expect(list.nominations).toEqual([])
  })

  it('is told its name and format, and has a corrected copy with the same words', async () => {
    const content = await filled()
    const key = await upload(clerk, content, '表.docx', WORD)
    const { layout } = await readForm(key)
    expect(layout.map(({ code }) => code)).toEqual(['lint.word97', 'lint.name'])
    expect(layout[1]!.expected).toMatch(/^【推荐表】.+\+党员服务标兵\+.+\.doc$/u)
    const answer = await campaign.server.app.request(
      `/api/selection/submissions/${submissionId}/intake/forms/${key}/corrected`,
      { headers: { cookie: clerk.cookie } },
    )
    const copy = Buffer.from(await answer.arrayBuffer())
    const words = async (file: Buffer) => textIn((await readWord(file, 'a.docx')).blocks)
    expect(await words(copy)).toEqual(await words(content))
  })

  it('is saved by the ordinary verb and checked by the same rules', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    const read = await readForm(key)
    const added = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: read.categories[0]!.key },
    })
    const saved = await clerk.call(nominationsApi.saveNomination, {
      params: { id: added.id },
      body: {
        revision: 0,
        answers: { ...read.answers, deeds: '事'.repeat(301) },
        articles: { [read.text!]: read.article! },
        particulars: sample.particulars,
        reasons: [],
      },
    })
    expect(saved.name).toEqual(sample.answers.name)
    expect(saved.findings.find(({ path }) => path === 'answers.deeds')).toMatchObject({ severity: 'block' })
  })

  it('brings the photograph of its table along, whatever that is said to be', async () => {
    const face = await sharp({ create: { width: 413, height: 579, channels: 3, background: '#3a7bd5' } })
      .jpeg()
      .toBuffer()
    const answers = { ...sample.answers, photo: { fileId: 'face' } }
    const pictures = { face: { data: new Uint8Array(face), format: 'jpg' as const } }
    const key = await upload(clerk, await renderForm(form, answers, { pictures }), '表.docx', WORD)
    const { picture } = await readForm(key)
    expect(picture).toEqual(`data:image/jpeg;base64,${face.toString('base64')}`)
  })

  it('that is some other paper, or none that may be opened, says so', async () => {
    const other = await upload(
      clerk,
      await renderDocx(articleDocument({ title: '通知', subtitle: '', paragraphs: [] }, PROFILES.gbt9704!)),
      '通知.docx',
      WORD,
    )
    const cut = await upload(clerk, (await filled()).subarray(0, 500), '表.docx', WORD)
    const whole = await upload(clerk, await filled(), '表.docx', WORD)
    await bring(other, cut, whole)
    const states = await Promise.all([other, cut, whole].map(stateOf))
    expect(states.map(form => [form?.state, form?.problem])).toEqual([
      ['refused', '不是本方案的表，没有读取。请核对文件，或打开推荐名单直接填写。'],
      ['refused', expect.stringContaining('不完整')],
      ['read', null],
    ])
    await expect(clerk.call(intakeApi.getForm, params(cut))).rejects.toMatchObject({ code: 'intake.unread' })
  })

  it('is its unit’s own: neither a sibling’s file nor a sibling’s list is opened', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    const foreign = await upload(sibling, await filled(), '表.docx', WORD)
    await expect(bring(foreign)).rejects.toMatchObject({ code: 'file.unknown' })
    await bring(key)
    for (const who of [sibling, campaign.organiser]) {
      await expect(who.call(intakeApi.getForm, params(key))).rejects.toMatchObject({ status: 403 })
      await expect(who.call(intakeApi.dropForm, params(key))).rejects.toMatchObject({ status: 403 })
      await expect(who.call(intakeApi.listForms, { params: { id: submissionId } })).rejects.toMatchObject({
        status: 403,
      })
    }
  })
})

describe('forms brought in together', () => {
  it('wait their turn, are read by a job, and stand there when the page is opened again', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    await clerk.call(intakeApi.bringForms, { params: { id: submissionId }, body: { fileKeys: [key, key] } })
    expect(await stateOf(key)).toMatchObject({ state: 'waiting', summary: null })
    await expect(clerk.call(intakeApi.getForm, params(key))).rejects.toMatchObject({ code: 'intake.unread' })
    await readWaiting(db)
    expect(await stateOf(key)).toMatchObject({
      state: 'read',
      summary: { categoryName: '党员服务标兵', article: true, layout: 2 },
      savedAs: null,
    })
    const { categories } = await clerk.call(intakeApi.getForm, params(key))
    expect(categories.map(({ name }) => name)).toEqual(['党员服务标兵'])
  })

  it('keep nothing of what was read once it is on the list, and know as whom', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    await bring(key)
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'member' },
    })
    const settle = (nominationId: number) =>
      clerk.call(intakeApi.settleForm, { ...params(key), body: { nominationId } })
    await expect(settle(id + 1000)).rejects.toMatchObject({ code: 'intake.not-listed' })
    await settle(id)
    expect(await stateOf(key)).toMatchObject({ state: 'read', savedAs: id })
    const { rows } = await sql`select result from selection.reading where saved_as = ${id}`.execute(db)
    expect(rows).toEqual([{ result: null }])
  })

  it('are taken off the page one by one; the upload is left to the sweep', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    await bring(key)
    await clerk.call(intakeApi.dropForm, params(key))
    expect(await stateOf(key)).toBeUndefined()
    const { rows } = await sql`select kept_for from files.file where key = ${key}`.execute(db)
    expect(rows).toEqual([{ kept_for: null }])
  })

  it('are read again when the process died over them, and given up after the third time', async () => {
    const [first, second] = [
      await upload(clerk, await filled(), '一.docx', WORD),
      await upload(clerk, await filled(), '二.docx', WORD),
    ]
    await clerk.call(intakeApi.bringForms, { params: { id: submissionId }, body: { fileKeys: [first, second] } })
    const died = (key: string, attempts: number) =>
      sql`update selection.reading set state = 'reading', attempts = ${attempts},
          beat_at = clock_timestamp() - interval '1 hour'
        where file_id = (select id from files.file where key = ${key})`.execute(db)
    await died(first, 1)
    await died(second, 3)
    await resumeAbandoned(db)
    await readWaiting(db)
    expect((await stateOf(first))?.state).toBe('read')
    expect(await stateOf(second)).toMatchObject({ state: 'refused', problem: expect.stringContaining('没有读完') })
  })

  it('that nobody looked through go after a month', async () => {
    const key = await upload(clerk, await filled(), '表.docx', WORD)
    await bring(key)
    await sql`update selection.reading set asked_at = asked_at - interval '31 days'
      where file_id = (select id from files.file where key = ${key})`.execute(db)
    await removeForgotten(db)
    expect(await stateOf(key)).toBeUndefined()
  })
})

describe('a stamped scan', () => {
  const nominee = async () => {
    const { id } = await clerk.call(nominationsApi.addNomination, {
      params: { id: submissionId },
      body: { category: 'project' },
    })
    return id
  }
  const page = async (text: string) =>
    sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } })
      .composite([{ input: Buffer.from(await qrPicture(text)), left: 900, top: 1400 }])
      .jpeg()
      .toBuffer()
  const sealsOf = async (id: number) => {
    const { nominees } = await clerk.call(intakeApi.listSeals, { params: { id: submissionId } })
    return nominees.find(each => each.id === id)!
  }

  it('is matched by its code to the sheet, attached to the stamped cells, and the list says what is missing', async () => {
    const id = await nominee()
    await sql`insert into papers.sheet (code, nomination_id, hash, version)
      values ('ABCDE12345', ${id}, 'older', 0)`.execute(db)
    const key = await upload(clerk, await page('https://example.com/papers/ABCDE12345'), '盖章页.jpg', 'image/jpeg')
    const { pages } = await clerk.call(intakeApi.readUploadedScan, params(key))
    expect(pages.map(({ sheet }) => sheet)).toEqual([{ code: 'ABCDE12345', nominationId: id, state: 'older' }])
    const before = await sealsOf(id)
    expect(new Set(before.seals.map(({ state }) => state))).toEqual(new Set(['missing']))
    const body = { fileKey: key, page: 1, paths: ['answers.unitOpinion'], sealedOn: today, code: 'ABCDE12345' }
    expect(await clerk.call(intakeApi.attachScan, { params: { id }, body })).toEqual({ left: before.seals.length - 1 })
    const after = await sealsOf(id)
    expect(after.seals.find(({ path }) => path === 'answers.unitOpinion')?.state).toEqual('present')
    expect([after.scans, after.reseal]).toEqual([1, true])
    expect((await history(db, 'nomination', id)).map(({ action }) => action)).toContain('selection.nomination.scan')
  })

  it('without a code of this list tells nothing, and is put to a nominee by hand', async () => {
    const { clerk: other, submissionId: otherList } = await campaign.clerkOf(plan.units[2]!.name)
    const strange = await upload(other, await page('https://example.com/papers/ABCDE12345'), '页.jpg', 'image/jpeg')
    const read = await other.call(intakeApi.readUploadedScan, { params: { id: otherList, key: strange } })
    expect(read.pages.map(({ sheet }) => sheet)).toEqual([null])
    const id = await nominee()
    const key = await upload(clerk, await page('别的码'), '页.jpg', 'image/jpeg')
    const attach = (paths: string[], sealedOn = today) =>
      clerk.call(intakeApi.attachScan, { params: { id }, body: { fileKey: key, page: 1, paths, sealedOn } })
    await expect(attach(['answers.name'])).rejects.toMatchObject({ code: 'seal.unknown' })
    await expect(attach(['answers.unitOpinion'], '2022-01-05')).rejects.toMatchObject({ code: 'seal.date' })
    await attach(['answers.unitOpinion', 'answers.coverSeal'])
    await expect(
      sibling.call(intakeApi.attachScan, {
        params: { id },
        body: { fileKey: key, page: 1, paths: ['answers.unitOpinion'], sealedOn: today },
      }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(sibling.call(intakeApi.listSeals, { params: { id: submissionId } })).rejects.toMatchObject({
      status: 403,
    })
  })
})
