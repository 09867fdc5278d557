import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type FileRow, findFiles, keepFiles, presentFile } from '#kernel/files/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Judgement, judge, poolOf, requireOpenStage } from '../../campaign/pool.ts'
import type { DecideRun } from './scores.ts'
import { type DecisionForm, decisionForms, type HandwrittenChange, type RecordedRound } from './shared/api.ts'

type Row = Omit<RecordedRound, 'files'> & { round: number; fileIds: number[] }

/** What was recorded of each round, by its number. */
export const recordedRounds = async (db: Db, stageRunId: number): Promise<Map<number, RecordedRound>> => {
  const { rows } = await sql<Row>`
    select d.round, d.form, d.held_on as "heldOn", d.body, d.attendees, d.absent, d.observers,
      d.minutes_number as "minutesNumber", d.resolution, d.changes,
      d.file_ids as "fileIds", (select p.name from access.account a join units.person p on p.id = a.person_id
        where a.id = d.made_by) as by
    from selection.decision d where d.stage_run_id = ${stageRunId} order by d.round`.execute(db)
  const files = await findFiles(
    db,
    rows.flatMap(({ fileIds }) => fileIds),
  )
  return new Map(rows.map(({ round, fileIds, ...row }) => [round, { ...row, files: shown(files, fileIds) }]))
}

const shown = (files: FileRow[], ids: number[]) => files.filter(({ id }) => ids.includes(id)).map(presentFile)

export type Given = {
  form: DecisionForm
  heldOn: string
  body: string
  attendees: string
  absent: string
  observers: string
  minutesNumber: string
  resolution: string
  files: string[]
  changes: HandwrittenChange[]
  approveRest: boolean
}

/**
 * Records a round as it was held, with its scan, and applies what was changed by hand, name by name. The last round
 * may approve all the others as proposed. A record may be corrected while the stage is open.
 * @throws Problem `decision.order`, `decision.future`, 422 `decision.form`, `decision.no-scan`, `decision.double`
 */
export const recordRound = async (tx: Tx, actor: Actor, run: DecideRun, round: number, given: Given): Promise<void> => {
  requireOpenStage(run)
  const planned = run.stage.rounds[round - 1]
  if (!planned) throw refuse('decision.unknown', '方案没有这一轮。', { status: 404 })
  if (!planned.forms.includes(given.form))
    throw refuse('decision.form', `“${planned.name}”不能用${decisionForms[given.form]}的方式。`, { status: 422 })
  await requireInOrder(tx, run, round, given.heldOn)
  requireScan(given)
  const files = await keepFiles(tx, actor, given.files, 'decision', await heldFiles(tx, run, round))
  await sql`
    insert into selection.decision (stage_run_id, round, form, held_on, body, attendees, absent, observers,
      minutes_number, resolution, changes, file_ids, made_by)
    values (${run.id}, ${round}, ${given.form}, ${given.heldOn}, ${given.body}, ${given.attendees},
      ${ofMeeting(given, given.absent)}, ${ofMeeting(given, given.observers)}, ${ofMeeting(given, given.minutesNumber)},
      ${given.resolution}, ${JSON.stringify(given.changes)}::jsonb, ${files.map(({ id }) => id)}::bigint[],
      ${actor.accountId})
    on conflict (stage_run_id, round) do update set form = excluded.form, held_on = excluded.held_on,
      body = excluded.body, attendees = excluded.attendees, absent = excluded.absent, observers = excluded.observers,
      minutes_number = excluded.minutes_number, resolution = excluded.resolution,
      changes = excluded.changes, file_ids = excluded.file_ids, made_by = excluded.made_by, at = app.now()`.execute(tx)
  await applyOutcomes(tx, actor, run, round, given)
  await record(tx, actor, {
    action: 'selection.decide.record',
    subjectKind: 'campaign',
    subjectId: run.campaign.id,
    detail: { stage: run.key, round, form: given.form, heldOn: given.heldOn, changes: given.changes.length },
  })
}

/** 请假, 列席 and 期号 are a meeting's; a circulation or an instruction has none. */
const ofMeeting = ({ form }: Given, text: string): string => (form === 'meeting' ? text : '')

const heldFiles = async (tx: Tx, run: DecideRun, round: number): Promise<number[]> => {
  const { rows } = await sql<{ ids: number[] }>`select file_ids as ids from selection.decision
    where stage_run_id = ${run.id} and round = ${round}`.execute(tx)
  return rows[0]?.ids ?? []
}

const requireInOrder = async (tx: Tx, run: DecideRun, round: number, heldOn: string) => {
  if (heldOn > (await businessToday(tx)))
    throw refuse('decision.future', '日期晚于今天，开过会再登记。', { status: 422 })
  const recorded = await recordedRounds(tx, run.id)
  const before = recorded.get(round - 1)
  if (round > 1 && !before) throw refuse('decision.order', `请先登记“${run.stage.rounds[round - 2]!.name}”。`)
  if (before && heldOn < before.heldOn)
    throw refuse('decision.order', '日期早于上一轮，请核对。', {
      status: 422,
      findings: [{ path: 'heldOn', severity: 'block', message: '早于上一轮的日期' }],
    })
}

/** What a leader changed by pen is entered together with the page on which it stands. */
const requireScan = ({ changes, files }: Given) => {
  if (changes.length > 0 && files.length === 0)
    throw refuse('decision.no-scan', '有手写改动的，请上传改动那一页的扫描件。', {
      status: 422,
      findings: [{ path: 'files', severity: 'block', message: '请上传有手写改动的扫描件' }],
    })
  const ids = changes.map(({ nominationId }) => nominationId)
  if (new Set(ids).size < ids.length)
    throw refuse('decision.double', '同一个对象登记了两处改动，请合并为一处。', { status: 422 })
}

const applyOutcomes = async (tx: Tx, actor: Actor, run: DecideRun, round: number, given: Given) => {
  const evidence = { round, form: given.form, heldOn: given.heldOn }
  const changed = new Set(given.changes.map(({ nominationId }) => nominationId))
  const judgements: Judgement[] = given.changes.map(({ nominationId, outcome, note }) => ({
    ...{ nominationId, outcome, reason: note },
    evidence: { ...evidence, handwritten: true },
  }))
  const last = round === run.stage.rounds.length
  if (last && given.approveRest)
    for (const { nominationId, outcome } of await poolOf(tx, run.id))
      if (outcome === 'pending' && !changed.has(nominationId))
        judgements.push({ nominationId, outcome: 'pass', evidence })
  if (judgements.length > 0) await judge(tx, actor, run, judgements)
}
