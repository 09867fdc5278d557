import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import { combined, meanOf, type PlanStage } from '../shared/index.ts'

/** Votes as a stage of the ballot left them, and how they were come by. */
export type Votes = { count: number; source: string }

type ScoreRow = { nominationId: number; stage: string; totals: number[] }
type VoteRow = { nominationId: number; stage: string; category: string; votes: Votes }

/** Scores and votes of a campaign, by nomination. */
export type Standings = {
  /** Means of each review, by stage key. */
  scores: Map<number, Map<string, number>>
  votes: Map<number, Votes>
  /** The weighted total that `rankBy` asks for, null where a part is missing. */
  totalOf: (nominationId: number, rankBy: RankBy) => number | null
}
export type RankBy = readonly { stage: string; weight: number }[]

/** What reviews and ballots left of each name, in two queries. Votes count as a share of the category's best, in 100. */
export const standingsOf = async (db: Db, campaign: Campaign): Promise<Standings> => {
  const scores = meansOf(campaign, await scoreRows(db, campaign.id))
  const voteRows = await votesOf(db, campaign.id)
  const votes = new Map(voteRows.map(row => [row.nominationId, row.votes]))
  for (const row of voteRows) {
    const best = Math.max(...voteRows.filter(each => each.category === row.category).map(each => each.votes.count))
    const own = scores.get(row.nominationId) ?? new Map<string, number>()
    scores.set(row.nominationId, own.set(row.stage, best === 0 ? 0 : (row.votes.count * 100) / best))
  }
  const totalOf = (id: number, rankBy: RankBy) =>
    combined(rankBy.map(({ stage, weight }) => ({ weight, score: scores.get(id)?.get(stage) ?? null })))
  return { scores, votes, totalOf }
}

const scoreRows = async (db: Db, campaignId: number): Promise<ScoreRow[]> => {
  const { rows } = await sql<ScoreRow>`
    select c.nomination_id as "nominationId", r.stage, array_agg(c.total::float8) as totals
    from selection.score c join selection.expert x on x.id = c.expert_id
    join selection.stage_run r on r.id = x.stage_run_id
    where r.campaign_id = ${campaignId} and c.state = 'final' and not c.recused and c.total is not null
    group by 1, 2`.execute(db)
  return rows
}

const meansOf = ({ plan }: Campaign, rows: ScoreRow[]): Standings['scores'] => {
  const scores: Standings['scores'] = new Map()
  for (const { nominationId, stage, totals } of rows) {
    const mean = meanOf(totals, meanKindOf(plan.stages.find(({ key }) => key === stage)))
    if (mean === null) continue
    scores.set(nominationId, (scores.get(nominationId) ?? new Map()).set(stage, mean))
  }
  return scores
}

const meanKindOf = (stage: PlanStage | undefined) => (stage?.kind === 'review' ? stage.mean : 'all')

const votesOf = async (db: Db, campaignId: number): Promise<VoteRow[]> => {
  const { rows } = await sql<VoteRow>`
    select e.nomination_id as "nominationId", r.stage, e.category, e.evidence -> 'votes' as votes
    from selection.pool_entry e join selection.stage_run r on r.id = e.stage_run_id
    where r.campaign_id = ${campaignId} and r.kind = 'ballot' and e.evidence ? 'votes'`.execute(db)
  return rows
}
