import type { Answers } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { PoolEvidence, StageRecord } from '../../facts/campaign.ts'
import type { StageRun } from '../../load.ts'
import { categoryOf } from '../../plan/lookup.ts'
import { meanOf, type Outcome, type Place, placesOf, type StageOf, spreadOf } from '../../shared/index.ts'
import { nomineeItems, unitItems } from './checklist.ts'
import { conflictOf } from './conflict.ts'

type ExpertRow = {
  id: number
  name: string
  unitName: string
  unitId: number | null
  phone: string | null
  postId: number | null
}
type ScoreRow = {
  expertId: number
  nominationId: number
  state: 'draft' | 'final'
  recused: boolean
  total: number | null
  reason: string | null
}
type NomineeRow = {
  nominationId: number
  name: string
  category: string
  unitId: number
  unitName: string
  unitFullName: string
  submissionId: number
  rank: number | null
  outcome: Outcome
  reason: string | null
  state: string
  evidence: PoolEvidence
  answers: Answers
}

const nomineesOf = async (db: Db, run: StageRun): Promise<NomineeRow[]> => {
  const { rows } = await sql<NomineeRow>`
    select m.id as "nominationId", m.name, e.category, u.id as "unitId", u.name as "unitName",
      u.full_name as "unitFullName", m.submission_id as "submissionId", m.rank, e.outcome, e.reason, m.state, e.evidence,
      m.answers
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join units.unit u on u.id = m.unit_id
    where e.stage_run_id = ${run.id}
    order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows
}

const expertsOf = async (db: Db, run: StageRun): Promise<ExpertRow[]> => {
  const { rows } = await sql<ExpertRow>`
    select id, name, unit_name as "unitName", unit_id as "unitId", phone, post_id as "postId"
    from selection.expert where stage_run_id = ${run.id} order by id`.execute(db)
  return rows
}

const scoresOf = async (db: Db, run: StageRun): Promise<ScoreRow[]> => {
  const { rows } = await sql<ScoreRow>`
    select c.expert_id as "expertId", c.nomination_id as "nominationId", c.state, c.recused, c.total::float8 as total,
      c.recusal_reason as reason
    from selection.score c join selection.expert x on x.id = c.expert_id where x.stage_run_id = ${run.id}`.execute(db)
  return rows
}

/** The organiser's board, in three queries whatever the number of names and experts. */
export const presentReview = async (db: Db, run: StageRun) => {
  const stage = run.stage as StageOf<'review'>
  const [experts, scores, nominees] = [await expertsOf(db, run), await scoresOf(db, run), await nomineesOf(db, run)]
  const byPair = new Map(scores.map(score => [`${score.expertId}-${score.nominationId}`, score]))
  const rows = nominees.map(nominee => rowOf(run, stage, nominee, experts, byPair))
  const places = placesWithin(rows)
  return {
    method: stage.method,
    blind: stage.blind,
    mean: stage.mean,
    spreadWarning: stage.spreadWarning ?? null,
    least: stage.experts?.min ?? null,
    criteria: stage.criteria,
    experts: experts.map(({ unitId: _, ...expert }) => ({ ...expert, ...progressOf(expert.id, rows) })),
    rows: rows.map(row => ({ ...row, place: places.get(row)?.place ?? null, tied: places.get(row)?.tied ?? false })),
    units: unitsOf(run, nominees),
  }
}

const rowOf = (
  run: StageRun,
  stage: StageOf<'review'>,
  { answers, evidence, state, unitFullName, ...nominee }: NomineeRow,
  experts: ExpertRow[],
  byPair: Map<string, ScoreRow>,
) => {
  const items = stage.method === 'score' ? [] : nomineeItems(run, nominee.category)
  const checklist = evidence.checklist ?? []
  const seats = experts.map(expert => {
    const sides = { ...nominee, answers, unitFullName, expertUnitId: expert.unitId, expertUnit: expert.unitName }
    const conflict = conflictOf(run.campaign.plan, stage, sides)
    return seatOf(expert.id, conflict, byPair.get(`${expert.id}-${nominee.nominationId}`))
  })
  const totals = seats.flatMap(({ state, total }) => (state === 'final' && total !== null ? [total] : []))
  const spread = spreadOf(totals)
  return {
    ...nominee,
    categoryName: categoryOf(run.campaign.plan, nominee.category).name,
    returned: state !== 'accepted',
    items: items.length,
    answered: items.filter(({ key }) => checklist.some(({ item }) => item === key)).length,
    refused: checklist.filter(({ answer }) => answer === 'no').length,
    seats,
    scores: totals.length,
    mean: meanOf(totals, stage.mean),
    spread,
    wide: spread !== null && stage.spreadWarning !== undefined && spread > stage.spreadWarning,
  }
}

type Row = ReturnType<typeof rowOf>

const seatOf = (expertId: number, conflict: string | undefined, score: ScoreRow | undefined) => {
  if (conflict || score?.recused)
    return { expertId, state: 'recused' as const, total: null, reason: conflict ?? score?.reason ?? null }
  if (!score) return { expertId, state: 'none' as const, total: null, reason: null }
  return { expertId, state: score.state, total: score.state === 'final' ? score.total : null, reason: null }
}

const progressOf = (expertId: number, rows: Row[]) => {
  const own = rows
    .filter(({ outcome }) => outcome !== 'out')
    .flatMap(({ seats }) => seats.filter(seat => seat.expertId === expertId && seat.state !== 'recused'))
  return { finals: own.filter(({ state }) => state === 'final').length, due: own.length }
}

/** Places by mean within each category; ties stay ties. */
const placesWithin = (rows: Row[]): Map<Row, Place> =>
  new Map(
    [...Map.groupBy(rows, ({ category }) => category).values()].flatMap(group => [
      ...placesOf(group, ({ mean, outcome }) => (outcome === 'out' ? null : mean)),
    ]),
  )

const unitsOf = (run: StageRun, nominees: NomineeRow[]) => {
  const items = unitItems(run)
  if (items.length === 0) return []
  const answers = (run.record as StageRecord).unitChecklists ?? {}
  const units = new Map(nominees.map(({ submissionId, unitName }) => [submissionId, unitName]))
  return [...units].map(([submissionId, unitName]) => ({
    submissionId,
    unitName,
    items,
    answers: answers[submissionId] ?? [],
  }))
}
