import type { Actor } from '#kernel/access/index.ts'
import { findFiles } from '#kernel/files/index.ts'
import type { Db } from '#platform/db/index.ts'
import { type PoolEntry, poolOf } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import { canRunCampaign } from '../../permissions.ts'
import { placesOf, type StageOf } from '../../shared/index.ts'
import { voteStatus } from './election.ts'
import { ballotRecord } from './result.ts'
import type { Count } from './votes.ts'

const votesOf = ({ evidence }: Pick<PoolEntry, 'evidence'>) => evidence.votes as Omit<Count, 'nominationId'> | undefined

/** The vote as the organiser sees it; counts are shown as entered, and said to be unconfirmed until they are. */
export const presentBallot = async (db: Db, actor: Actor, run: StageRun) => {
  const stage = run.stage as StageOf<'ballot'>
  const { ballot, result } = ballotRecord(run)
  const vote = await voteStatus(db, run)
  const pool = await poolOf(db, run.id)
  const counts = new Map(result?.counts.map(({ nominationId, count }) => [nominationId, count]))
  const countOf = ({ nominationId, evidence }: PoolEntry) =>
    votesOf({ evidence })?.count ?? counts.get(nominationId) ?? null
  const places = new Map(
    [...Map.groupBy(pool, ({ category }) => category).values()].flatMap(group => [...placesOf(group, countOf)]),
  )
  return {
    channels: stage.channels,
    voters: stage.voters,
    effect: stage.effect,
    window: vote ? { opensAt: vote.opensAt, closesAt: vote.closesAt } : (ballot ?? null),
    vote,
    result: result
      ? {
          source: result.source,
          enteredBy: result.enteredBy,
          enteredAt: result.enteredAt,
          confirmedBy: result.confirmedBy ?? null,
          confirmedAt: result.confirmedAt ?? null,
          files: (await findFiles(db, result.fileIds)).map(({ key, name }) => ({ key, name })),
          own: result.enteredById === actor.id,
        }
      : null,
    categories: run.campaign.plan.categories
      .filter(({ key }) => pool.some(({ category }) => category === key))
      .map(({ key, name }) => ({ value: key, label: name })),
    rows: pool.map(entry => ({
      nominationId: entry.nominationId,
      name: entry.name,
      category: entry.category,
      unitName: entry.unitName,
      outcome: entry.outcome,
      count: countOf(entry),
      groups: votesOf(entry)?.groups ?? [],
      place: places.get(entry)?.place ?? null,
      tied: places.get(entry)?.tied ?? false,
    })),
    permissions: { run: canRunCampaign(actor, run.campaign) },
  }
}
