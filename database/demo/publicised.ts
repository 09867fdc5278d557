import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { concludeObjection, enterObjection, getNotice, itemsOf } from '#kernel/publicity/shared/index.ts'
import { publiciseApi, shortlistApi } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { askAndAnswer } from './departments.ts'
import { seatExperts } from './experts.ts'
import { type House, issue, passAll, settleStage, withFindings } from './house.ts'
import { actorNamed } from './people.ts'
import { demoPictures } from './pictures.ts'
import { fill, handIn, publishLocally, unitsOf } from './recommend.ts'

const startedOn = '2026-04-03'
const publicityStage = 'candidate-publicity'
const office = '示例三市精神文明建设委员会办公室'

/** A city's model citizens, up to its candidates: recommended, vetted, scored, shortlisted. @returns the campaign's id */
export const shortlistedCampaign = async (db: Db, house: House): Promise<number> => {
  await goTo(db, startedOn)
  const organiser = await actorNamed(db, 'city-clerk')
  const yaml = await readFile(join(import.meta.dirname, 'model-citizens.yaml'), 'utf8')
  const { id, plan } = await runPlan(db, organiser, { sources: { 'plan.yaml': yaml }, basedOn: null })
  const units = await unitsOf(db, id)
  const pictures = await demoPictures(db, organiser, 'blue')
  for (const unit of units) {
    await fill(db, unit, { plan, today: startedOn, pictures, sealed: true })
    await publishLocally(db, organiser, unit, startedOn, 'county')
  }
  await goTo(db, '2026-04-14')
  for (const unit of units) await handIn(db, organiser, unit, organiser)
  const clerk = await house.as('city-clerk')
  await settleStage(clerk, { id, stage: 'recommend' }, () => [])
  await askAndAnswer(db, house, { id, stage: 'vet' }, await pictures.scan(organiser.unitId!))
  await settleStage(clerk, { id, stage: 'vet' }, passAll)
  await goTo(db, '2026-04-27')
  await seatExperts(db, house, { clerk: 'city-clerk', stage: { id, stage: 'review' } }, [99, 99, 99, 99, 99])
  await settleStage(clerk, { id, stage: 'review' }, passAll)
  await shortlist(house, { id, stage: 'shortlist' }, { citizen: 12, team: 5 })
  return id
}

/** The highest scores of each category are candidates. */
const shortlist = async (
  house: House,
  params: { id: number; stage: string },
  places: Record<string, number>,
): Promise<void> => {
  const clerk = await house.as('city-clerk')
  const { rows } = await clerk.call(shortlistApi.getShortlist, { params })
  const best = Object.entries(places).flatMap(([category, count]) =>
    rows
      .filter(row => row.category === category)
      .sort((a, b) => (b.total ?? 0) - (a.total ?? 0))
      .slice(0, count)
      .map(({ nominationId }) => nominationId),
  )
  const choices = rows.map(({ nominationId }) => ({
    nominationId,
    outcome: best.includes(nominationId) ? ('pass' as const) : ('out' as const),
  }))
  await clerk.call(shortlistApi.choose, { params, body: { choices } })
  await settleStage(clerk, params, () => [])
}

/** Publishes the candidates for five working days: on the demo's first day the second of them is running. */
export const publishCandidates = async (db: Db, house: House, id: number): Promise<void> => {
  await goTo(db, '2026-05-18')
  const clerk = await house.as('city-clerk')
  const params = { id, stage: publicityStage }
  const { noticeId } = await clerk
    .call(publiciseApi.draftPublicity, { params, body: { strokes: {} } })
    .catch(withFindings)
  await issue(house, 'city', noticeId)
  await goTo(db, '2026-05-19')
  await receiveObjections(house, noticeId)
}

/** Two letters entered by the officer: one was looked into and is concluded, the other keeps its name suspended. */
const receiveObjections = async (house: House, noticeId: number): Promise<void> => {
  const officer = await house.as('city-officer')
  const { content } = await officer.call(getNotice, { params: { id: noticeId } })
  const [first, second] = itemsOf(content)
  const receive = (itemKey: string, name: string, words: string) =>
    officer.call(enterObjection, {
      params: { id: noticeId },
      body: { itemKey, anonymous: false, name, phone: '13900000000', words, channel: 'letter' },
    })
  const concluded = await receive(first!.key, '反映人一', '材料中所写志愿服务时长与社区登记不一致，请核实。')
  await officer.call(concludeObjection, {
    params: { id: concluded.id },
    body: {
      outcome: 'not-upheld',
      conclusion: `经${office}调阅社区登记簿和志愿服务平台记录，时长一致，反映情况不属实。`,
      publicReply: '经核实，志愿服务时长与登记记录一致。感谢您的监督。',
    },
  })
  await receive(second!.key, '反映人二', '听说其获奖证书上的年份与材料不符，请核实后再公布。')
}
