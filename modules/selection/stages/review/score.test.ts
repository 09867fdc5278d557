import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedSources } from '../../plan/shelf.ts'
import { campaignsApi, expertApi, reviewApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
/** The notice has no points of its own; an office that has some writes them into its plan. */
const criteria = `criteria:
      - { key: first, name: 先进性, weight: 30 }
      - { key: second, name: 示范性, weight: 30 }
      - { key: third, name: 群众认可, weight: 40 }`
const shipped = await shippedSources('henan-2021')
const points = /criteria:\n(\s+#.*\n)*\s+- .*/
const sources = { ...shipped, 'plan.yaml': shipped['plan.yaml']!.replace(points, criteria) }
const campaign = await testCampaign(db, { sources, today: '2021-12-22' })
const nominees = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 2 } })
const { organiser, server, organiserId } = campaign
const params = { id: campaign.campaignId, stage: 'review' }

const seatOf = async (name: string, unitName: string) => {
  const client = await server.signedIn({ unitId: organiserId, roles: ['expert'], name })
  const { id } = await organiser.call(reviewApi.addExpert, {
    params,
    body: { name, unitName, postId: client.ids.postId },
  })
  return { client, expertId: id }
}
const experts = [
  await seatOf('专家甲', '某大学'),
  await seatOf('专家乙', '某研究院'),
  await seatOf('专家丙', '某报社'),
  await seatOf('专家丁', nominees[0]!.unitName),
]
type Seat = (typeof experts)[number]
const mark = (seat: Seat, n: number, marks: Record<string, number | null>, final = true) =>
  seat.client.call(expertApi.saveMarks, {
    params: { expertId: seat.expertId, nominationId: nominees[n]!.id },
    body: { marks, final },
  })
const level = (value: number) => ({ first: value, second: value, third: value })
const board = async (n: number) =>
  (await organiser.call(reviewApi.getReview, { params })).rows.find(
    ({ nominationId }) => nominationId === nominees[n]!.id,
  )!

describe('an expert', () => {
  it('sees the names of the own panel, and nobody else’s seat', async () => {
    const [own, other] = [experts[0]!, experts[1]!]
    const seat = await own.client.call(expertApi.getSeat, { params: { expertId: own.expertId } })
    expect(seat.nominees.map(({ label, state }) => [label, state])).toEqual(nominees.map(({ name }) => [name, 'none']))
    for (const client of [own.client, organiser])
      await expect(client.call(expertApi.getSeat, { params: { expertId: other.expertId } })).rejects.toMatchObject({
        status: 403,
      })
    await expect(own.client.call(reviewApi.getReview, { params })).rejects.toMatchObject({ status: 403 })
  })

  it('gets the material without numbers of identity, telephones and addresses', async () => {
    const { client, expertId } = experts[0]!
    const sheet = await client.call(expertApi.getSeatNominee, { params: { expertId, nominationId: nominees[0]!.id } })
    expect(sheet.answers.name).toBe(nominees[0]!.name)
    for (const key of ['idNumber', 'phone', 'homeAddress']) expect(sheet.answers).not.toHaveProperty(key)
    const { rows } = await sql<{ answers: Record<string, string> }>`
      select answers from selection.nomination where id = ${nominees[0]!.id}`.execute(db)
    const sent = JSON.stringify(sheet)
    for (const key of ['idNumber', 'phone']) expect(sent).not.toContain(rows[0]!.answers[key]!)
  })

  it('of a nominee’s own unit is out by itself, and gets no material', async () => {
    const { client, expertId } = experts[3]!
    const seat = await client.call(expertApi.getSeat, { params: { expertId } })
    expect(seat.nominees.map(({ state }) => state)).toEqual(['recused', 'recused', 'none', 'none'])
    const sheet = await client.call(expertApi.getSeatNominee, { params: { expertId, nominationId: nominees[0]!.id } })
    expect([sheet.answers, sheet.articles.flatMap(({ article }) => article.paragraphs)]).toEqual([{}, []])
    await expect(mark(experts[3]!, 0, level(90))).rejects.toMatchObject({ code: 'score.recused' })
  })

  it('may declare a conflict with its reason, and scores that one no more', async () => {
    const { client, expertId } = experts[2]!
    await client.call(expertApi.declareConflict, {
      params: { expertId, nominationId: nominees[3]!.id },
      body: { reason: '曾共同承担项目' },
    })
    await expect(mark(experts[2]!, 3, level(90))).rejects.toMatchObject({ code: 'score.recused' })
    expect((await board(3)).seats[2]).toMatchObject({ state: 'recused', reason: '曾共同承担项目' })
  })

  it('keeps marks as they are typed, and hands them in once', async () => {
    expect(await mark(experts[0]!, 0, { first: 90 }, false)).toEqual({ total: null, state: 'draft' })
    await expect(mark(experts[0]!, 0, { first: 90 })).rejects.toMatchObject({ code: 'score.missing' })
    await expect(mark(experts[0]!, 0, { first: 101 }, false)).rejects.toMatchObject({ code: 'score.range' })
    expect(await mark(experts[0]!, 0, { first: 90, second: 80, third: 70 })).toEqual({ total: 79, state: 'final' })
    await expect(mark(experts[0]!, 0, level(100))).rejects.toMatchObject({ code: 'score.final' })
  })
})

describe('the board', () => {
  it('counts what was handed in only, with mean, spread and places that share a tie', async () => {
    await mark(experts[1]!, 0, level(99), false)
    expect(await board(0)).toMatchObject({ scores: 1, mean: 79, spread: null, place: 1, tied: false })
    for (const [expert, score] of [80, 90].entries()) await mark(experts[expert]!, 1, level(score))
    for (const [expert, score] of [90, 80].entries()) await mark(experts[expert]!, 2, level(score))
    await mark(experts[2]!, 1, level(70))
    await mark(experts[2]!, 2, level(70))
    expect([await board(1), await board(2)].map(({ mean, place, tied }) => [mean, place, tied])).toEqual([
      [80, 1, true],
      [80, 1, true],
    ])
    expect((await board(0)).place).toBe(3)
  })

  it('warns of scores far apart', async () => {
    await mark(experts[1]!, 0, level(40))
    expect(await board(0)).toMatchObject({ mean: 59.5, spread: 39, wide: true })
    const { obstacles } = await organiser.call(campaignsApi.getStage, { params })
    expect(obstacles.map(({ message }) => message)).toContain(
      `“${nominees[0]!.name}”的评分最高与最低相差39分，请核对。`,
    )
  })

  it('does not let the stage close while a name has too few scores', async () => {
    const refusal = await organiser.call(campaignsApi.closeStage, { params }).catch(error => error)
    expect(refusal.findings.map(({ message }: { message: string }) => message)).toContain(
      `“${nominees[0]!.name}”只有2名专家评分，应不少于3名。`,
    )
  })

  it('keeps an expert who has scored', async () => {
    const remove = (seat: Seat) =>
      organiser.call(reviewApi.removeExpert, { params: { ...params, expertId: seat.expertId } })
    await expect(remove(experts[0]!)).rejects.toMatchObject({ code: 'expert.scored' })
    await remove(experts[3]!)
    expect((await organiser.call(reviewApi.getReview, { params })).experts).toHaveLength(3)
  })
})

describe('a blind review', () => {
  it('never sends a name, a unit or a photo', async () => {
    await inTransaction(db, async tx => {
      await sql`alter table selection.plan_version disable trigger plan_version_frozen`.execute(tx)
      await sql`update selection.plan_version set content = jsonb_set(content, '{stages}', (
        select jsonb_agg(case when s ->> 'kind' = 'review' then s || '{"blind": true}' else s end order by n)
        from jsonb_array_elements(content -> 'stages') with ordinality t (s, n)))`.execute(tx)
      await sql`insert into selection.plan_version (plan_id, version, sources, content, hash, reason)
        select plan_id, 2, sources, content, hash, '隐名评审' from selection.plan_version`.execute(tx)
      await sql`update selection.campaign set plan_version_id = (select max(id) from selection.plan_version)`.execute(
        tx,
      )
    })
    const { client, expertId } = experts[1]!
    const { name, unitName, id } = nominees[3]!
    const sent = JSON.stringify([
      await client.call(expertApi.getSeat, { params: { expertId } }),
      await client.call(expertApi.getSeatNominee, { params: { expertId, nominationId: id } }),
    ])
    expect(sent).toContain('4号')
    for (const word of [name, unitName, 'sample']) expect(sent).not.toContain(word)
  })
})
