import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, decideApi } from '../../shared/index.ts'
import { campaignAt } from '../../testing-stages.ts'

const { db } = await testDatabase()
const organisation = (name: string, unit: number) => ({ name, unit, category: 'top-organisation' })
const campaign = await campaignAt(db, {
  plan: 'jiaozuo-2017',
  today: '2017-06-20',
  stage: 'decide',
  nominees: Array.from({ length: 11 }, (_, n) => organisation(`示例党支部${n + 1}`, n)),
})
const { organiser, checker, campaignId, ids } = campaign
const params = { id: campaignId, stage: 'decide' }
const view = () => organiser.call(decideApi.getDecision, { params })
const meeting = {
  form: 'meeting' as const,
  heldOn: '2017-06-12',
  body: '中共焦作市委组织部',
  attendees: '甲、乙、丙',
  resolution: '原则同意',
}
const recordRound = (round: number, over: object = {}) =>
  organiser.call(decideApi.recordRound, { params: { ...params, round }, body: { ...meeting, ...over } })
const scanned = async (name: string) => {
  const key = `scan-${name}`
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, ${name}, ${`${name}.pdf`}, 'application/pdf', 10, ${campaign.organiserId}, 'test')`.execute(db)
  return key
}

describe('recording what was decided', () => {
  it('takes the rounds in the plan’s order, each by a form that the plan allows, none from the future', async () => {
    expect((await view()).rounds.map(({ name, forms, last }) => [name, forms, last])).toEqual([
      ['市委组织部部长办公会', ['meeting'], false],
      ['市委常委会', ['meeting', 'circulation', 'instruction'], true],
    ])
    await expect(recordRound(2)).rejects.toMatchObject({ code: 'decision.order' })
    await expect(recordRound(1, { form: 'circulation' })).rejects.toMatchObject({ code: 'decision.form' })
    await expect(recordRound(1, { heldOn: '2017-06-21' })).rejects.toMatchObject({ code: 'decision.future' })
    await expect(
      checker.call(decideApi.recordRound, { params: { ...params, round: 1 }, body: meeting }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('enters handwritten changes with the page on which they stand, name by name', async () => {
    const changes = [{ nominationId: ids[10]!, outcome: 'out' as const, note: '圈去，暂不列入' }]
    await expect(recordRound(1, { changes })).rejects.toMatchObject({ status: 422, code: 'decision.no-scan' })
    await recordRound(1, { changes, files: [await scanned('页一')] })
    const { rounds, totals } = await view()
    expect(rounds[0]!.recorded).toMatchObject({ attendees: '甲、乙、丙', changes, files: [{ name: '页一.pdf' }] })
    expect(totals[0]).toMatchObject({ category: 'top-organisation', awards: 10, pass: 0, pending: 10, out: 1 })
  })

  it('keeps who was absent, who sat in and the number of the minutes of a meeting, and of nothing else', async () => {
    const said = { absent: '丁', observers: '戊、己', minutesNumber: '第5期' }
    const changes = [{ nominationId: ids[10]!, outcome: 'out' as const, note: '圈去，暂不列入' }]
    await recordRound(1, { changes, files: [await scanned('页三')], ...said })
    expect((await view()).rounds[0]!.recorded).toMatchObject(said)
    const none = { absent: '', observers: '', minutesNumber: '' }
    await recordRound(2, { form: 'circulation', heldOn: '2017-06-19', ...said })
    expect((await view()).rounds[1]!.recorded).toMatchObject(none)
    await sql`delete from selection.decision where round = 2`.execute(db)
  })

  it('approves the rest in the last round, and stays open while a round is missing', async () => {
    const messages = async () =>
      (await organiser.call(campaignsApi.getStage, { params })).obstacles.map(({ message }) => message)
    expect(await messages()).toContain('“市委常委会”尚未登记。')
    await recordRound(2, {
      form: 'circulation',
      heldOn: '2017-06-19',
      body: '中共焦作市委常务委员会',
      approveRest: true,
    })
    expect((await view()).totals[0]).toMatchObject({ pass: 10, pending: 0, out: 1 })
    expect(await messages()).not.toContain('“市委常委会”尚未登记。')
  })

  it('keeps the stage closed to a list longer than its awards', async () => {
    const nominationId = ids[10]!
    await organiser.call(campaignsApi.judgePool, {
      params,
      body: { judgements: [{ nominationId, outcome: 'pass', reason: '恢复' }] },
    })
    const { obstacles } = await organiser.call(campaignsApi.getStage, { params })
    expect(obstacles).toContainEqual({
      severity: 'block',
      message: '“十佳基层党组织”表彰数额10个，现通过11个，超出1个。',
    })
  })

  it('says which unit it is whose report nobody has signed', async () => {
    const { obstacles } = await organiser.call(campaignsApi.getStage, { params })
    const unsigned = obstacles.filter(({ rule }) => rule === 'R003-22c').map(({ message }) => message)
    expect(unsigned[0]).toBe('“解放区”：推荐情况报告未经党委主要负责同志签字。')
    expect(new Set(unsigned).size).toBe(unsigned.length)
  })
})

describe('the papers of the meeting', () => {
  it('say what is asked, list every name, and keep reasons and private data out', async () => {
    await sql`update selection.nomination set answers = answers || '{"phone": "13900001234"}'`.execute(db)
    const papers = await organiser.call(decideApi.getPapers, { params })
    expect(papers.request.paragraphs.join('')).toContain('建议十佳基层党组织11个')
    expect(papers.request.paragraphs.at(-1)).toBe('妥否，请批示。')
    expect(papers.sections[0]!.names).toHaveLength(11)
    expect(JSON.stringify(papers)).not.toContain('13900001234')
  })
})
