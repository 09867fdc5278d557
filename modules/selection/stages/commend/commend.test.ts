import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { readSheet, writeSheet } from '#kernel/documents/excel/index.ts'
import { getNotice, itemsOf, withdrawNotice } from '#kernel/publicity/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { titles } from '../../honours/import/rows.ts'
import { campaignsApi, commendApi } from '../../shared/index.ts'
import { campaignAt } from '../../testing-stages.ts'

const { db } = await testDatabase()
const member = (name: string, unit: number) => ({
  name,
  unit,
  category: 'member',
  answers: { workUnit: '示例单位', phone: '0379-60000000', homeAddress: '示例路1号院2号楼', deeds: '常年帮助邻里。' },
})
const campaign = await campaignAt(db, {
  plan: 'luoyang-2021',
  today: '2022-01-10',
  stage: 'commend',
  nominees: [member('王芳', 1), member('丁一', 0), { name: '示例项目', unit: 0, category: 'project' }],
})
const { organiser, issuer, checker, campaignId, issue } = campaign
const params = { id: campaignId, stage: 'commend' }
const view = () => organiser.call(commendApi.getCommendation, { params })
const register = () => organiser.call(commendApi.registerHonours, { params, body: { grantedOn: '2022-01-10' } })
const honour = async (name: string) => (await view()).honours.find(each => each.name === name)!
const uploaded = async (key: string) => {
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, ${key}, '同意书.pdf', 'application/pdf', 10, ${campaign.organiserId}, 'test')
    on conflict do nothing`.execute(db)
  return key
}
const consent = async (faces = false) => ({
  ...{ given: true, by: '王芳', on: '2022-01-09', faces },
  evidence: [await uploaded('consent-1')],
})

describe('the register of honours', () => {
  it('numbers everyone who passed in official order, once, however often one clicks', async () => {
    expect([(await register()).entered, (await register()).entered]).toEqual([3, 0])
    const { honours, waiting } = await view()
    expect(honours.map(({ number, name }) => [number, name])).toEqual([
      ['2021-实事项目-1', '示例项目'],
      ['2021-党员服务标兵-1', '丁一'],
      ['2021-党员服务标兵-2', '王芳'],
    ])
    expect([waiting, honours.some(each => each.public)]).toEqual([0, false])
  })

  it('is exported in the same order, on record, and to nobody below the organiser', async () => {
    const clerk = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['recommender'] })
    const get = (cookie: string) =>
      campaign.server.app.request(`/api/selection/campaigns/${campaignId}/stages/commend/commendation/honours.xlsx`, {
        headers: { cookie },
      })
    const [head, ...rows] = await readSheet(Buffer.from(await (await get(organiser.cookie)).arrayBuffer()))
    expect(head!.slice(1, 4)).toEqual(['编号', '荣誉', '姓名或名称'])
    expect(rows.map(row => [row[1], row[3], row[5]])).toEqual([
      ['2021-实事项目-1', '示例项目', '2022-01-10'],
      ['2021-党员服务标兵-1', '丁一', '2022-01-10'],
      ['2021-党员服务标兵-2', '王芳', '2022-01-10'],
    ])
    const [taken] = await history(db, 'campaign', campaignId)
    expect(taken).toMatchObject({ action: 'selection.commend.export', detail: { list: 'honours' } })
    expect((await get(clerk.cookie)).status).toBe(403)
  })

  it('is what later campaigns exclude by', async () => {
    const { rows } = await sql<{ register: string }>`
      select distinct register from selection.honour where campaign_id = ${campaignId}`.execute(db)
    expect(rows).toEqual([{ register: '洛阳市“我为群众办实事”“百名先进”' }])
  })
})

describe('the final list', () => {
  it('is public when three people have seen to it, and gone when it is taken back', async () => {
    const { noticeId } = await organiser.call(commendApi.draftResult, { params })
    const { content } = await organiser.call(getNotice, { params: { id: noticeId } })
    expect(itemsOf(content).map(({ name, note }) => [name, note])).toEqual([
      ['示例项目', '编号 2021-实事项目-1'],
      ['丁一', '编号 2021-党员服务标兵-1'],
      ['王芳', '编号 2021-党员服务标兵-2'],
    ])
    expect((await view()).honours.some(each => each.public)).toBe(false)
    await issue(noticeId)
    expect((await view()).honours.every(each => each.public)).toBe(true)
    await issuer.call(withdrawNotice, { params: { id: noticeId }, body: { reason: '有误' } })
    expect((await view()).honours.some(each => each.public)).toBe(false)
  })

  it('must be out before the campaign ends', async () => {
    const blocks = async () =>
      (await organiser.call(campaignsApi.getStage, { params })).obstacles.map(({ message }) => message)
    expect(await blocks()).toEqual(['名单尚未签发公布。'])
    await issue((await organiser.call(commendApi.draftResult, { params })).noticeId)
    expect(await blocks()).toEqual([])
  })
})

describe('the ceremony', () => {
  const ceremony = { heldAt: '2022年1月12日9:00', place: '市会议中心', host: '某某', remarks: '请提前半小时入场。' }
  const save = (who = organiser) => who.call(commendApi.saveCeremony, { params, body: ceremony })

  it('has its time, place and host on the run sheet, beside the winners in official order', async () => {
    await save()
    const { ceremony: kept, honours } = await view()
    expect([kept, honours.map(({ name }) => name)]).toEqual([ceremony, ['示例项目', '丁一', '王芳']])
  })

  it('is the organiser’s to arrange', async () => {
    await expect(save(checker)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a winner’s story', () => {
  const save = async (story: object) => {
    const { id } = await honour('王芳')
    return organiser.call(commendApi.saveStory, { params: { id }, body: story })
  }
  const draft = async () => organiser.call(commendApi.draftStory, { params: { id: (await honour('王芳')).id } })

  it('is not written without consent and what proves it', async () => {
    await save({ text: '常年帮助邻里。' })
    await expect(draft()).rejects.toMatchObject({ status: 422, code: 'story.no-consent' })
    await expect(save({ text: '…', consent: { ...(await consent()), evidence: [] } })).rejects.toMatchObject({
      code: 'consent.no-evidence',
    })
  })

  it('never holds what the form keeps private', async () => {
    await save({ text: '家住示例路1号院2号楼。', consent: await consent() })
    await expect(draft()).rejects.toMatchObject({ status: 422, code: 'story.private' })
  })

  it('shows a face only where that was agreed to', async () => {
    const photo = await uploaded('photo-1')
    await save({ text: '常年帮助邻里。', photo, consent: await consent(false) })
    await expect(draft()).rejects.toMatchObject({ status: 422, code: 'story.faces' })
    await save({ text: '常年帮助邻里。', photo, consent: await consent(true) })
    const { noticeId } = await draft()
    const isPublic = async () =>
      (await sql<{ public: boolean }>`select public from files.file where key = 'photo-1'`.execute(db)).rows[0]!.public
    expect(await isPublic()).toBe(false)
    await issue(noticeId)
    expect(await isPublic()).toBe(true)
    await issuer.call(withdrawNotice, { params: { id: noticeId }, body: { reason: '本人撤回同意' } })
    expect(await isPublic()).toBe(false)
  })

  it('is nobody’s business below the organiser', async () => {
    const { id } = await honour('王芳')
    for (const stranger of [checker, issuer])
      await expect(stranger.call(commendApi.getStorySource, { params: { id } })).rejects.toMatchObject({ status: 403 })
    const { photo, brief, said } = await organiser.call(commendApi.getStorySource, { params: { id } })
    expect([photo, brief, said]).toEqual([null, '常年帮助邻里。', []])
  })
})

describe('taking an honour away', () => {
  it('is for whoever signs, with a reason', async () => {
    const { id } = await honour('丁一')
    const body = { state: 'revoked' as const, reason: '经研究撤销' }
    await expect(organiser.call(commendApi.setHonourState, { params: { id }, body })).rejects.toMatchObject({
      status: 403,
    })
    await issuer.call(commendApi.setHonourState, { params: { id }, body })
    expect((await honour('丁一')).state).toBe('revoked')
  })
})

describe('earlier winners from Excel', () => {
  const columns = Object.entries(titles).map(([key, title]) => ({
    title,
    value: (row: Record<string, string>) => row[key] ?? '',
  }))
  const send = async (path: string, rows: Record<string, string>[], extra: Record<string, string> = {}) => {
    const [first] = (await organiser.call(commendApi.listRegisters, { params: { id: campaignId } })).registers
    const query = new URLSearchParams({ register: first!.title, ...extra })
    const file = await writeSheet({ columns, rows })
    const reply = await campaign.server.app.request(
      `/api/selection/campaigns/${campaignId}/earlier-winners/${path}?${query}`,
      { method: 'PUT', headers: { cookie: organiser.cookie }, body: new Uint8Array(file) },
    )
    return { status: reply.status, answer: await reply.json() }
  }
  const good = { title: '示例荣誉', year: '2020', subject: '个人', name: '赵六', unitName: '示例局' }
  const wrong = { ...good, name: '钱七', identity: '110105194912310021', year: '3020' }

  it('are tried first, every wrong row with its cell and no number repeated', async () => {
    const { answer } = await send('check', [good, wrong])
    expect([answer.good, answer.known, answer.wrong]).toEqual([1, 0, 1])
    expect(answer.faults.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [3, '年度'],
      [3, '身份证号或统一社会信用代码'],
    ])
    expect(JSON.stringify(answer)).not.toContain('110105194912310021')
  })

  it('are written whole or not at all, and the same file once more adds nothing', async () => {
    expect((await send('import', [good, wrong])).status).toBe(422)
    expect((await send('import', [good])).answer).toEqual({ added: 1, known: 0, wrong: 0 })
    expect((await send('import', [good])).answer).toEqual({ added: 0, known: 1, wrong: 0 })
    expect((await send('import', [good, wrong], { rows: 'good' })).answer).toEqual({ added: 0, known: 1, wrong: 1 })
  })

  it('are found by exact name or number, and revoked, superseded and restored by whoever signs', async () => {
    const path = { id: campaignId }
    const found = async (search: string) =>
      (await organiser.call(commendApi.findEarlier, { params: path, query: { search } })).entries
    expect([await found('赵'), await found('丁一')]).toEqual([[], []])
    const [entry] = await found('赵六')
    expect(entry).toMatchObject({ name: '赵六', state: 'valid', stateReason: null, supersededBy: null })
    const set = (who: typeof organiser, body: { state: 'valid' | 'superseded' | 'revoked'; supersededBy?: number }) =>
      who.call(commendApi.setEarlierState, {
        params: { ...path, honourId: entry!.id },
        body: { reason: '经研究决定', ...body },
      })
    await expect(set(organiser, { state: 'revoked' })).rejects.toMatchObject({ status: 403 })
    await expect(set(issuer, { state: 'valid' })).rejects.toMatchObject({ code: 'honour.state' })
    const project = await honour('示例项目')
    await expect(set(issuer, { state: 'superseded', supersededBy: project.id })).rejects.toMatchObject({
      code: 'honour.successor',
    })
    const successor = await honour('王芳')
    await set(issuer, { state: 'superseded', supersededBy: successor.id })
    expect((await found('赵六'))[0]).toMatchObject({
      state: 'superseded',
      supersededBy: successor.number,
      stateReason: '经研究决定',
    })
    await set(issuer, { state: 'revoked' })
    await set(issuer, { state: 'valid' })
    expect((await found('赵六'))[0]).toMatchObject({ state: 'valid', supersededBy: null })
    expect((await history(db, 'honour', entry!.id)).map(({ detail }) => [detail.from, detail.to])).toEqual([
      ['revoked', 'valid'],
      ['superseded', 'revoked'],
      ['valid', 'superseded'],
    ])
  })

  it('of another register are not found through this campaign', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into selection.honour (register, number, title, year, level, subject, name, unit_name, granted_on)
      values ('别的名册', 'B-1', '示例', 2019, 'city', 'person', '孙八', '示例局', '2019-07-01') returning id`.execute(
      db,
    )
    await expect(
      issuer.call(commendApi.setEarlierState, {
        params: { id: campaignId, honourId: rows[0]!.id },
        body: { state: 'revoked', reason: '无关' },
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
