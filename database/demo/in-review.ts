import { campaignsApi, expertApi, reviewApi } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { type House, withFindings } from './house.ts'
import { actorNamed } from './people.ts'
import { demoPictures } from './pictures.ts'
import { demoPlans } from './plans.ts'
import { fill, handIn, publishLocally, unitsOf } from './recommend.ts'

const publishedOn = '2026-05-06'
const experts = [
  { login: 'expert-1', name: '郑教授', unitName: '示例大学' },
  { login: 'expert-2', name: '谢研究员', unitName: '示例社会科学院' },
  { login: 'expert-3', name: '韩主任', unitName: '示例报社' },
]

/** A province's campaign whose experts are at work: two have scored a part, one has not begun. */
export const campaignInReview = async (db: Db, house: House): Promise<void> => {
  await goTo(db, publishedOn)
  const organiser = await actorNamed(db, 'province-clerk')
  const { id, plan } = await runPlan(db, organiser, demoPlans.inReview)
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
  await seatExperts(db, house, id)
}

const seatExperts = async (db: Db, house: House, id: number): Promise<void> => {
  const clerk = await house.as('province-clerk')
  for (const [index, { login, ...expert }] of experts.entries()) {
    const { postId } = await actorNamed(db, login)
    await clerk.call(reviewApi.addExpert, { params: { id, stage: 'review' }, body: { ...expert, postId: postId! } })
    await score(house, login, [30, 16, 0][index]!)
  }
}

/** Scores the first names that an expert sees, each a little differently. */
const score = async (house: House, login: string, count: number): Promise<void> => {
  const expert = await house.as(login)
  const { seats } = await expert.call(expertApi.mySeats, {})
  const expertId = seats[0]!.expertId
  const { nominees, criteria } = await expert.call(expertApi.getSeat, { params: { expertId } })
  for (const [index, { nominationId }] of nominees.slice(0, count).entries())
    await expert.call(expertApi.saveMarks, {
      params: { expertId, nominationId },
      body: {
        marks: Object.fromEntries(
          criteria.map(({ key, max }, n) => [key, Math.round(max * (0.78 + ((index * 7 + n * 5) % 20) / 100))]),
        ),
        comment: '',
        final: true,
      },
    })
}
