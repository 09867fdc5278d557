import { campaignsApi, commendApi, decideApi, type Plan } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { Client } from '#platform/http/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { type House, issue, passAll, settleStage } from './house.ts'
import { actorNamed, settle, unitPeople } from './people.ts'
import { type DemoPictures, demoPictures } from './pictures.ts'
import { demoPlans, madeOver } from './plans.ts'
import { fill, handIn, publishLocally, unitsOf } from './recommend.ts'
import type { Finished } from './stories.ts'

/** A city's campaign from its notice to its published list, all of it done; its winners' stories come later. */
export const finishedCampaign = async (db: Db, house: House): Promise<Finished> => {
  const demo = demoPlans.finished
  await goTo(db, demo.startOn)
  const organiser = await actorNamed(db, 'city-clerk')
  const { id, plan } = await runPlan(db, organiser, await madeOver(demo))
  const units = await unitsOf(db, id)
  await settle(db, units[0]!.unitId, unitPeople('county', '李春梅', '张建军'))
  const pictures = await demoPictures(db, organiser, 'blue')
  for (const unit of units) {
    await fill(db, unit, { plan, today: demo.startOn, pictures, sealed: true })
    await publishLocally(db, organiser, unit, demo.startOn, 'county')
  }
  await goTo(db, '2026-03-13')
  for (const unit of units) await handIn(db, organiser, unit, organiser)
  await finish(db, house, { id, plan, pictures, unitId: organiser.unitId! })
  return { id, consent: await pictures.scan(organiser.unitId!) }
}

type Running = { id: number; plan: Plan; pictures: DemoPictures; unitId: number }

const finish = async (db: Db, house: House, { id, plan, pictures, unitId }: Running): Promise<void> => {
  const clerk = await house.as('city-clerk')
  const close = (stage: string) => clerk.call(campaignsApi.closeStage, { params: { id, stage } })
  await goTo(db, '2026-03-16')
  await close('recommend')
  await goTo(db, '2026-03-19')
  await settleStage(clerk, { id, stage: 'review' }, pool => chooseBest(plan, pool))
  await goTo(db, '2026-03-20')
  await clerk.call(decideApi.recordRound, {
    params: { id, stage: 'decide', round: 1 },
    body: {
      form: 'meeting',
      heldOn: '2026-03-20',
      body: '示例三市委党史学习教育领导小组会议',
      attendees: '领导小组成员9人',
      resolution: '同意审核意见，确定“百名先进”名单。',
      files: [await pictures.scan(unitId)],
      changes: [],
    },
  })
  await settleStage(clerk, { id, stage: 'decide' }, passAll)
  await commend(db, house, clerk, id)
}

type Candidate = { nominationId: number; category: string; rank: number | null }

/** The first-ranked of the earliest units, about a hundred in all. */
const chooseBest = (plan: Plan, pool: Candidate[]) => {
  const places = Math.floor(100 / plan.categories.length)
  const chosen = plan.categories.flatMap(({ key }) =>
    pool
      .filter(({ category, rank }) => category === key && rank === 1)
      .slice(0, places)
      .map(({ nominationId }) => nominationId),
  )
  return pool.map(({ nominationId }) =>
    chosen.includes(nominationId)
      ? { nominationId, outcome: 'pass' as const }
      : { nominationId, outcome: 'out' as const, reason: '按表彰数额择优，本次未列入。' },
  )
}

const commend = async (db: Db, house: House, clerk: Client, id: number): Promise<void> => {
  const params = { id, stage: 'commend' }
  await goTo(db, '2026-04-02')
  await clerk.call(commendApi.registerHonours, { params, body: { grantedOn: '2026-04-02' } })
  const { noticeId } = await clerk.call(commendApi.draftResult, { params })
  await issue(house, 'city', noticeId)
  await settleStage(clerk, params, () => [])
}
