import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { businessNow, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { checkPool } from '../../campaign/check-pool.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import { blocking } from '../../shared/index.ts'
import { electionOf } from './held.ts'
import { type Count, recordVotes, requireAllNames } from './votes.ts'

type Window = { opensAt: string; closesAt: string }

/** What the stage's record keeps of the vote. */
export type BallotRecord = {
  ballot?: Window
  result?: {
    source: string
    counts: Count[]
    fileIds: number[]
    enteredBy: string
    enteredById: string
    enteredAt: string
    confirmedBy?: string
    confirmedAt?: string
  }
}

export const ballotRecord = (run: StageRun): BallotRecord => run.record as BallotRecord

const keep = (tx: Tx, run: StageRun, part: BallotRecord) =>
  sql`update selection.stage_run set record = record || ${JSON.stringify(part)}::jsonb where id = ${run.id}`.execute(tx)

/** Keeps from when to when the vote ran; rules look at it. */
export const keepWindow = (tx: Tx, run: StageRun, { opensAt, closesAt }: Window) =>
  keep(tx, run, { ballot: { opensAt, closesAt } })

/** The vote's window, as the plan's rules allow it. @throws Problem `ballot.window` with the rule's own sentence */
export const setWindow = async (tx: Tx, actor: Actor, run: StageRun, window: Window): Promise<void> => {
  requireOpenStage(run)
  if (ballotRecord(run).result?.confirmedBy) throw refuse('ballot.confirmed', '投票结果已经复核，不能再改起止时间。')
  await keepWindow(tx, run, window)
  const stops = blocking(await checkPool(tx, run, 'ballot')).filter(({ fn }) => fn === 'ballotClosesBy')
  if (stops[0]) throw refuse('ballot.window', stops[0].message, { status: 422, findings: stops })
  await record(tx, actor, {
    action: 'selection.ballot.window',
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: window,
  })
}

/** 代录: counts of a poll held elsewhere. They count for nothing until a second person has compared them. */
export const enterResult = async (
  tx: Tx,
  actor: Actor,
  run: StageRun,
  given: { source: string; counts: Count[]; fileKeys: string[] },
): Promise<void> => {
  requireOpenStage(run)
  if (await electionOf(tx, run)) throw refuse('ballot.held', '本环节在本平台投票，公布结果后票数自动转入，不用录入。')
  const { ballot, result } = ballotRecord(run)
  if (result?.confirmedBy) throw refuse('ballot.confirmed', '投票结果已经复核，不能再改。')
  if (!ballot) throw refuse('ballot.no-window', '请先登记投票的起止时间。', { status: 422 })
  const now = await businessNow(tx)
  if (Date.parse(now) < Date.parse(ballot.closesAt)) throw refuse('ballot.running', '投票尚未截止，截止后再录入结果。')
  await requireAllNames(tx, run, given.counts)
  const files = await keepFiles(tx, actor, given.fileKeys, 'ballot', result?.fileIds)
  await keep(tx, run, {
    result: {
      source: given.source,
      counts: given.counts,
      fileIds: files.map(({ id }) => id),
      enteredBy: actor.name,
      enteredById: actor.id,
      enteredAt: now,
    },
  })
  await record(tx, actor, {
    action: 'selection.ballot.enter',
    subjectKind: 'stage-run',
    subjectId: run.id,
    detail: { source: given.source, names: given.counts.length },
  })
}

/** A second person has compared the counts with the scan. @throws Problem `ballot.same-person` */
export const confirmResult = async (tx: Tx, actor: Actor, run: StageRun): Promise<void> => {
  requireOpenStage(run)
  const { result } = ballotRecord(run)
  if (!result) throw refuse('ballot.no-result', '还没有录入投票结果。')
  if (result.confirmedBy) throw refuse('ballot.confirmed', '投票结果已经复核。')
  if (result.enteredById === actor.id)
    throw refuse('ballot.same-person', '录入和复核应由两个人办理，请由另一名经办人复核。', { status: 403 })
  await keep(tx, run, { result: { ...result, confirmedBy: actor.name, confirmedAt: await businessNow(tx) } })
  await requireAllNames(tx, run, result.counts)
  await recordVotes(tx, actor, run, result)
}
