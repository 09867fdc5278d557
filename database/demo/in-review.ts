import { campaignsApi } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { seatExperts } from './experts.ts'
import { type House, withFindings } from './house.ts'
import { actorNamed } from './people.ts'
import { demoPictures } from './pictures.ts'
import { demoPlans, madeOver } from './plans.ts'
import { fill, handIn, publishLocally, unitsOf } from './recommend.ts'

const publishedOn = '2026-05-06'
/** A province's campaign whose experts are at work: two have scored a part, one has not begun. */
export const campaignInReview = async (db: Db, house: House): Promise<void> => {
  await goTo(db, publishedOn)
  const organiser = await actorNamed(db, 'province-clerk')
  const { id, plan } = await runPlan(db, organiser, await madeOver(demoPlans.inReview))
  const units = await unitsOf(db, id)
  const pictures = await demoPictures(db, organiser, 'blue')
  for (const unit of units) {
    await fill(db, unit, { plan, today: publishedOn, pictures, share: 0.4, sealed: true })
    await publishLocally(db, organiser, unit, publishedOn, 'city')
  }
  await goTo(db, '2026-05-11')
  for (const unit of units) await handIn(db, organiser, unit, organiser)
  await goTo(db, '2026-05-12')
  const clerk = await house.as('province-clerk')
  await clerk.call(campaignsApi.closeStage, { params: { id, stage: 'recommend' } }).catch(withFindings)
  await seatExperts(db, house, { clerk: 'province-clerk', stage: { id, stage: 'review' } }, [30, 16, 0])
}
