import { type Actor, hasRole } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stage.ts'
import { loadExpert } from './experts.ts'
import { seatNominees } from './seat.ts'

/** The seats that this post or slip holds, with how far each is. */
export const mySeats = async (db: Db, actor: Actor) => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.expert
    where post_id = ${actor.postId}::bigint
      or (${actor.slip?.purpose === 'review'} and id = ${actor.slip?.subjectId ?? null}::bigint)
    order by id desc limit 20`.execute(db)
  const seats = []
  for (const { id } of rows) {
    const expert = (await loadExpert(db, id))!
    const due = (await seatNominees(db, expert)).filter(({ state }) => state !== 'recused')
    seats.push({
      expertId: id,
      campaignTitle: expert.run.campaign.shortTitle,
      stageTitle: expert.run.stage.title,
      dueOn: expert.run.dueOn,
      open: expert.run.runState === 'open',
      finals: due.filter(({ state }) => state === 'final').length,
      due: due.length,
    })
  }
  return seats
}

/** Open seats with something left to score. */
export const reviewTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'expert')) return []
  return (await mySeats(db, actor))
    .filter(({ open, finals, due }) => open && finals < due)
    .map(seat => ({
      key: `review-${seat.expertId}`,
      title: `为“${seat.campaignTitle}”评审打分`,
      detail: `已评${seat.finals}个，共${seat.due}个`,
      dueOn: seat.dueOn,
      link: `/selection/review-seats/${seat.expertId}`,
      urgent: false,
    }))
}
