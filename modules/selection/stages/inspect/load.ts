import { type Actor, hasRole } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'
import { canRunCampaign, leads, organises } from '../../permissions.ts'
import type { StageOf } from '../../shared/index.ts'

/** A stage of inspection with whoever of it is meant: a candidate's or a unit's part. */
export type Part = { run: StageRun; submissionId: number; unitPath: string; nominationId: number | null }

export const inspectOf = (run: StageRun) => run.stage as StageOf<'inspect'>

type At = { db: Db; params: { id: number; stage: string } }

export const loadRun = async ({ db, params }: At): Promise<StageRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'inspect' ? run : undefined
}

type Found = { submissionId: number; unitPath: string; nominationId: number }

export const loadCandidate = async ({ db, params }: At & { params: { nominationId: number } }) => {
  const run = await loadRun({ db, params })
  if (!run) return undefined
  const { rows } = await sql<Found>`
    select m.submission_id as "submissionId", u.path as "unitPath", m.id as "nominationId"
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join units.unit u on u.id = m.unit_id
    where e.stage_run_id = ${run.id} and m.id = ${params.nominationId}`.execute(db)
  return rows[0] && { run, ...rows[0] }
}

export const loadUnit = async ({ db, params }: At & { params: { submissionId: number } }) => {
  const run = await loadRun({ db, params })
  if (!run) return undefined
  const { rows } = await sql<Omit<Found, 'nominationId'>>`
    select s.id as "submissionId", u.path as "unitPath" from selection.submission s
    join units.unit u on u.id = s.unit_id
    where s.id = ${params.submissionId} and s.campaign_id = ${run.campaign.id}`.execute(db)
  return rows[0] && { run, ...rows[0], nominationId: null }
}

/** The unit's own clerk where the plan entrusts it (委托考察); the organiser always, who may enter it for them. */
export const mayInspect = (actor: Actor, { run, unitPath }: Pick<Part, 'run' | 'unitPath'>) =>
  canRunCampaign(actor, run.campaign) ||
  (inspectOf(run).entrusted && hasRole(actor, 'recommender') && actor.unitPath === unitPath)

export const mayReturn = (actor: Actor, { run }: Part) => canRunCampaign(actor, run.campaign)

/** The organiser sees all; a unit that the plan entrusts sees its own, which the query cuts out. */
export const seesInspections = (actor: Actor, run: StageRun) =>
  organises(actor, run.campaign) ||
  leads(actor, run.campaign) ||
  (inspectOf(run).entrusted && hasRole(actor, 'recommender', 'principal'))

export const requireNotHandedIn = async (db: Db, { run, submissionId }: Part): Promise<void> => {
  const { rows } = await sql`select from selection.inspection_report
    where stage_run_id = ${run.id} and submission_id = ${submissionId} and handed_in_at is not null`.execute(db)
  if (rows.length > 0) throw refuse('inspection.handed-in', '考察材料已经报送，需由组织单位退回后才能修改。')
}
