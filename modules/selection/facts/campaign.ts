import { type Db, sql } from '#platform/db/index.ts'
import { targetsOf } from '../campaign/queries.ts'
import type { StageRun } from '../load.ts'
import type { CampaignFacts, Facts, NominationFacts, Outcome, WrittenReason } from '../shared/index.ts'
import { type InspectionRow, inspectionsOf } from './inspections.ts'
import { loadFrame, loadNominationFacts } from './load.ts'
import { organiserNotices } from './organiser-notices.ts'
import { loadUnitsFacts } from './units.ts'

/** Stages that choose: their list is whom they let pass; the others' is everyone who has not fallen out. */
const choosing = new Set(['shortlist'])

const outcomesOf = (run: StageRun): Outcome[] =>
  choosing.has(run.stage.kind) ? ['pass'] : ['pass', 'pending', 'suspended']

/** What is kept of a candidate in the evidence of a stage. */
export type PoolEvidence = {
  checklist?: { item: string; answer: 'yes' | 'no'; note?: string }[]
  reasons?: WrittenReason[]
}

/** What is kept of the stage as a whole in its record. */
export type StageRecord = {
  /** By submission id. */
  unitChecklists?: Record<string, { item: string; answer: 'yes' | 'no'; note?: string }[]>
  reasons?: WrittenReason[]
  ballot?: { opensAt: string; closesAt: string }
}

/**
 * The facts of a stage: the names under decision with their units, targets, experts, inspections and the organiser's
 * notices. The number of queries does not depend on how many there are.
 */
export const loadStageFacts = async (
  db: Db,
  run: StageRun,
  only: { submissionId?: number } = {},
): Promise<Facts & { campaign: CampaignFacts }> => {
  const { plan, id } = run.campaign
  const frame = await loadFrame(db, plan, id)
  const entries = await entriesOf(db, run, only)
  const ids = entries.map(({ id }) => id)
  const clock = { today: frame.clock.today, mode: 'submit' as const }
  const loaded = await loadNominationFacts(db, plan, { ids }, clock)
  const inspections = await inspectionsOf(db, id, ids)
  const list = loaded.map(facts => withStage(facts, entries, inspections))
  const record = run.record as StageRecord
  const ballot = await ballotWindow(db, id)
  const campaign: CampaignFacts = {
    list,
    units: await loadUnitsFacts(db, run, list),
    targets: targetsOf(plan, run.stage).flatMap(({ category, name, count }) =>
      count === null ? [] : [{ category, categoryName: name, count }],
    ),
    experts: await seatsOf(db, id, ids),
    notices: await organiserNotices(db, run.campaign),
    ...(ballot && { ballot }),
    reasons: record.reasons ?? [],
  }
  return { ...frame, campaign }
}

type Entry = { id: number; evidence: PoolEvidence; earlier: PoolEvidence['checklist'] }

/** The stage's names, each with what was noted of it here, and the conditions answered for it in any stage before. */
const entriesOf = async (db: Db, run: StageRun, only: { submissionId?: number }): Promise<Entry[]> => {
  const { rows } = await sql<Entry>`
    select e.nomination_id as id, e.evidence,
      (select jsonb_agg(item) from selection.pool_entry p, jsonb_array_elements(p.evidence -> 'checklist') item
        where p.nomination_id = e.nomination_id and p.stage_run_id <> e.stage_run_id) as earlier
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome = any(${outcomesOf(run)}::text[])
      ${only.submissionId === undefined ? sql`` : sql`and m.submission_id = ${only.submissionId}`}`.execute(db)
  return rows
}

const withStage = (
  facts: NominationFacts,
  entries: Entry[],
  inspections: Map<string, InspectionRow>,
): NominationFacts => {
  const entry = entries.find(({ id }) => String(id) === facts.id)
  const inspection = inspections.get(facts.id)
  const materials = inspection?.articles ?? {}
  const written = Object.entries(materials).flatMap(([key, article]) =>
    article.paragraphs.length > 0 ? [{ key, fileId: 'text' }] : [],
  )
  return {
    ...facts,
    checklist: [...(entry?.evidence.checklist ?? []), ...(entry?.earlier ?? [])],
    reasons: [...(entry?.evidence.reasons ?? []), ...facts.reasons],
    articles: { ...facts.articles, ...materials },
    materials: [...facts.materials.filter(({ key }) => !(key in materials)), ...written],
    ...(inspection && { inspection: inspection.facts }),
  }
}

const seatsOf = async (db: Db, campaignId: number, ids: number[]): Promise<CampaignFacts['experts']> => {
  const { rows } = await sql<{
    nomination: string
    expert: string
    expertUnit: string
    score: number | null
    recused: boolean
  }>`
    select s.nomination_id::text as nomination, x.name as expert, x.unit_name as "expertUnit",
      case when s.state = 'final' then s.total::float8 end as score, s.recused
    from selection.score s join selection.expert x on x.id = s.expert_id
    join selection.stage_run r on r.id = x.stage_run_id
    where r.campaign_id = ${campaignId} and s.nomination_id = any(${ids}::bigint[]) order by x.id`.execute(db)
  return rows.map(({ score, ...seat }) => ({ ...seat, ...(score !== null && { score }) }))
}

const ballotWindow = async (db: Db, campaignId: number): Promise<StageRecord['ballot']> => {
  const { rows } = await sql<{ window: StageRecord['ballot'] | null }>`
    select record -> 'ballot' as window from selection.stage_run
    where campaign_id = ${campaignId} and kind = 'ballot' and record ? 'ballot' limit 1`.execute(db)
  return rows[0]?.window ?? undefined
}
