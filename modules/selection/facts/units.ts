import { type Db, sql } from '#platform/db/index.ts'
import type { StageRun } from '../load.ts'
import {
  type NominationFacts,
  type QuotaOfUnit,
  recommendStage,
  type SubmissionReport,
  submissionReport,
  type UnitFacts,
  unitFacts,
} from '../shared/index.ts'
import type { StageRecord } from './campaign.ts'
import { identityOf } from './load.ts'

type Row = {
  submissionId: number
  unitId: number
  unitKey: string | null
  unitName: string
  unitClass: string
  quota: QuotaOfUnit[]
  report: Partial<SubmissionReport>
  submittedAt: string | null
  handedInAt: string | null
  lateUntil: string | null
  inspectionReport: boolean
}

/** The units of the names on a list, each with its own, in one query. */
export const loadUnitsFacts = async (db: Db, run: StageRun, list: NominationFacts[]): Promise<UnitFacts[]> => {
  const { plan, id } = run.campaign
  const rows = await rowsOf(db, run, id, [...new Set(list.map(({ unit }) => Number(unit.id)))])
  const checklists = (run.record as StageRecord).unitChecklists ?? {}
  return rows.map(row => {
    const own = list.filter(({ unit }) => unit.id === String(row.unitId))
    const content = {
      unit: identityOf(plan, row),
      quota: row.quota,
      report: submissionReport.parse(row.report),
      notices: [...new Set(own.flatMap(({ notices }) => notices))],
      handedIn: handedIn(run, row),
      unlockedUntil: row.lateUntil ? { [run.key]: row.lateUntil } : {},
    }
    const facts = unitFacts(plan, content, own)
    return {
      ...facts,
      materials: [...facts.materials, ...reportMaterials(run, row)],
      checklist: checklists[row.submissionId] ?? [],
    }
  })
}

const rowsOf = async (db: Db, run: StageRun, campaignId: number, unitIds: number[]): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select s.id as "submissionId", u.id as "unitId", s.unit_key as "unitKey", u.name as "unitName",
      s.unit_class as "unitClass", s.quota, s.report, s.submitted_at as "submittedAt", i.handed_in_at as "handedInAt",
      s.late_until as "lateUntil",
      coalesce(jsonb_array_length(i.report -> 'paragraphs') > 0 or cardinality(i.file_ids) > 0, false)
        as "inspectionReport"
    from selection.submission s join units.unit u on u.id = s.unit_id
    left join selection.inspection_report i on i.submission_id = s.id and i.stage_run_id = ${run.id}
    where s.campaign_id = ${campaignId} and s.unit_id = any(${unitIds}::bigint[])
    order by s.unit_order, s.id`.execute(db)
  return rows
}

const handedIn = ({ campaign, key }: StageRun, row: Row): Record<string, string> => {
  const recommend = recommendStage(campaign.plan)!.key
  return {
    ...(row.submittedAt && { [recommend]: row.submittedAt }),
    ...(row.handedInAt && { [key]: row.handedInAt }),
  }
}

/** The unit's 考察情况报告: the materials of the inspection that the plan wants of the unit. */
const reportMaterials = ({ campaign, stage }: StageRun, { inspectionReport }: Row) =>
  stage.kind === 'inspect' && inspectionReport
    ? campaign.plan.materials
        .filter(({ key, of }) => of === 'unit' && stage.materials.includes(key))
        .map(({ key }) => ({ key, fileId: 'text' }))
    : []
