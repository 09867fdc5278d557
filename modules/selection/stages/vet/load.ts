import { type Db, sql } from '#platform/db/index.ts'
import { loadStageRun, loadSubmission, type StageRun, type Submission } from '../../load.ts'
import type { StageOf } from '../../shared/index.ts'

/** Who asks in which stage: a recommending unit at its own level, or the organiser. */
export type Vetting = {
  run: StageRun
  stage: StageOf<'vet'>
  submission: Submission | null
  /** The asking unit. */
  askerId: number
  askerName: string
  askerPath: string
}

/** Undefined where the stage is no vetting, or the unit is not of this campaign, or the level is the other one. */
export const loadVetting = async (
  db: Db,
  at: { id: number; stage: string; submissionId?: number | undefined },
): Promise<Vetting | undefined> => {
  const run = await loadStageRun(db, at.id, at.stage)
  if (run?.stage.kind !== 'vet') return undefined
  const { stage, campaign } = run
  if (stage.level === 'organiser')
    return at.submissionId === undefined
      ? {
          run,
          stage,
          submission: null,
          askerId: campaign.unitId,
          askerName: campaign.organiserName,
          askerPath: campaign.organiserPath,
        }
      : undefined
  const submission = at.submissionId === undefined ? undefined : await loadSubmission(db, at.submissionId)
  if (submission?.campaignId !== campaign.id) return undefined
  const { unitId, unitName, unitPath } = submission
  return { run, stage, submission, askerId: unitId, askerName: unitName, askerPath: unitPath }
}

/** One department's request. */
export type VetRequest = {
  id: number
  department: string
  unitId: number | null
  letterNo: string | null
  dueOn: string | null
  state: 'open' | 'answered'
  vetting: Vetting
}

type Row = Omit<VetRequest, 'vetting'> & { campaignId: number; stage: string; submissionId: number | null }

export const loadRequest = async (db: Db, id: number): Promise<VetRequest | undefined> => {
  const lock = db.isTransaction ? sql`for update of q` : sql``
  const { rows } = await sql<Row>`
    select q.id, q.department, q.unit_id as "unitId", q.letter_no as "letterNo", q.due_on as "dueOn", q.state,
      r.campaign_id as "campaignId", r.stage, q.submission_id as "submissionId"
    from selection.vet_request q join selection.stage_run r on r.id = q.stage_run_id
    where q.id = ${id} ${lock}`.execute(db)
  if (!rows[0]) return undefined
  const { campaignId, submissionId, stage, ...request } = rows[0]
  const vetting = await loadVetting(db, { id: campaignId, stage, submissionId: submissionId ?? undefined })
  return vetting && { ...request, vetting }
}

/** The department as the plan prints it. */
export const departmentOf = ({ run }: Vetting, key: string) =>
  run.campaign.plan.departments.find(each => each.key === key)!
