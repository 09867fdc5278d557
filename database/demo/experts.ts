import { expertApi, reviewApi } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { House, Stage } from './house.ts'
import { actorNamed, experts } from './people.ts'

/** Seats as many experts as there are counts, and has each score that many of the names, in their order. */
export const seatExperts = async (
  db: Db,
  house: House,
  { clerk, stage }: { clerk: string; stage: Stage },
  counts: number[],
): Promise<void> => {
  const office = await house.as(clerk)
  for (const [index, count] of counts.entries()) {
    const { login, ...expert } = experts[index]!
    const { postId } = await actorNamed(db, login)
    const body = { ...expert, postId: postId! }
    const { id } = await office.call(reviewApi.addExpert, { params: stage, body })
    if (count > 0) await score(house, { login, expertId: id, count, bias: index })
  }
}

type Scoring = { login: string; expertId: number; count: number; bias: number }

/** Scores the first names that an expert sees, each a little differently. */
const score = async (house: House, { login, expertId, count, bias }: Scoring): Promise<void> => {
  const expert = await house.as(login)
  const { nominees, criteria } = await expert.call(expertApi.getSeat, { params: { expertId } })
  for (const [index, { nominationId }] of nominees.slice(0, count).entries()) {
    const marks = criteria.map(({ key, max }, n) => [
      key,
      Math.round((max * (78 + ((index * 7 + n * 5 + bias) % 20))) / 100),
    ])
    await expert.call(expertApi.saveMarks, {
      params: { expertId, nominationId },
      body: { marks: Object.fromEntries(marks), comment: '', final: true },
    })
  }
}
