import type { Actor } from '#kernel/access/index.ts'
import { findFiles, presentFile } from '#kernel/files/index.ts'
import type { Article } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { checkPool } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { canRunCampaign, leads, organises } from '../../permissions.ts'
import { categoryOf } from '../../plan/lookup.ts'
import type { Finding, InspectionFacts, Outcome } from '../../shared/index.ts'
import { inspectOf, mayInspect } from './load.ts'

type CandidateRow = {
  nominationId: number
  name: string
  category: string
  submissionId: number
  unitName: string
  outcome: Outcome
  team: InspectionFacts['team'] | null
  branch: string | null
  visitedOn: string | null
  articles: Record<string, Article> | null
  fileIds: number[] | null
}
type UnitRow = {
  submissionId: number
  unitId: number
  unitName: string
  unitPath: string
  report: Partial<Article> | null
  fileIds: number[] | null
  handedInAt: string | null
  handedInBy: string | null
}

/** The inspection as this person may see it. Five queries beside the rules', whatever its size. */
export const presentInspections = async (db: Db, actor: Actor, run: StageRun) => {
  const stage = inspectOf(run)
  const whole = organises(actor, run.campaign) || leads(actor, run.campaign)
  const only = whole ? null : actor.unitId
  const [candidates, units] = [await candidatesOf(db, run, only), await unitsOf(db, run, only)]
  const own = whole ? {} : { submissionId: units[0]?.submissionId ?? 0 }
  const findings = run.runState === 'open' ? await checkPool(db, run, 'inspect', own) : []
  const files = await filesOf(db, [...candidates, ...units])
  return {
    campaignTitle: run.campaign.shortTitle,
    stageTitle: stage.title,
    dueOn: run.dueOn,
    open: run.runState === 'open',
    entrusted: stage.entrusted,
    onSite: stage.onSite,
    teamMin: stage.teamMin,
    recuse: stage.recuse,
    materials: materialsOf(run, 'candidate'),
    reports: materialsOf(run, 'unit'),
    candidates: candidates.map(row => presentCandidate(run, row, findings, files)),
    units: units.map(row => presentUnit(actor, run, row, findings, files)),
    permissions: { run: canRunCampaign(actor, run.campaign) },
  }
}

const materialsOf = (run: StageRun, of: 'candidate' | 'unit') =>
  run.campaign.plan.materials
    .filter(material => inspectOf(run).materials.includes(material.key) && (material.of === 'unit') === (of === 'unit'))
    .map(({ key, name, text }) => ({ key, name, about: text?.about ?? null }))

/** Only categories that the stage is about. */
const concerned = (run: StageRun) => run.stage.categories ?? run.campaign.plan.categories.map(({ key }) => key)

const candidatesOf = async (db: Db, run: StageRun, unitId: number | null): Promise<CandidateRow[]> => {
  const { rows } = await sql<CandidateRow>`
    select m.id as "nominationId", m.name, e.category, m.submission_id as "submissionId", u.name as "unitName",
      e.outcome, i.team, i.branch, i.visited_on as "visitedOn", i.material as articles, i.file_ids as "fileIds"
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join units.unit u on u.id = m.unit_id
    left join selection.inspection i on i.nomination_id = m.id and i.stage_run_id = e.stage_run_id
    where e.stage_run_id = ${run.id} and e.category = any(${concerned(run)}::text[])
      and (${unitId}::bigint is null or m.unit_id = ${unitId})
    order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows
}

const unitsOf = async (db: Db, run: StageRun, unitId: number | null): Promise<UnitRow[]> => {
  const { rows } = await sql<UnitRow>`
    select distinct on (s.unit_order, s.id) s.id as "submissionId", u.id as "unitId", u.name as "unitName",
      u.path as "unitPath", p.report, p.file_ids as "fileIds", p.handed_in_at as "handedInAt",
      p.handed_in_by as "handedInBy"
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join selection.submission s on s.id = m.submission_id join units.unit u on u.id = s.unit_id
    left join selection.inspection_report p on p.submission_id = s.id and p.stage_run_id = e.stage_run_id
    where e.stage_run_id = ${run.id} and e.category = any(${concerned(run)}::text[])
      and (${unitId}::bigint is null or s.unit_id = ${unitId})
    order by s.unit_order, s.id`.execute(db)
  return rows
}

type Shown = { key: string; name: string; kind: string }

const filesOf = async (db: Db, rows: { fileIds: number[] | null }[]): Promise<Map<number, Shown>> => {
  const files = await findFiles(
    db,
    rows.flatMap(({ fileIds }) => fileIds ?? []),
  )
  return new Map(files.map(file => [file.id, presentFile(file)]))
}

const shown = (ids: number[] | null, files: Map<number, Shown>) =>
  (ids ?? []).flatMap(id => {
    const file = files.get(Number(id))
    return file ? [{ key: file.key, name: file.name, kind: file.kind }] : []
  })

const presentCandidate = (
  run: StageRun,
  { category, fileIds, team, articles, ...row }: CandidateRow,
  findings: Finding[],
  files: Map<number, Shown>,
) => ({
  ...row,
  categoryName: categoryOf(run.campaign.plan, category).name,
  team: team ?? [],
  articles: articles ?? {},
  files: shown(fileIds, files),
  findings: findings.filter(({ nomination }) => nomination === String(row.nominationId)),
})

const presentUnit = (
  actor: Actor,
  run: StageRun,
  { report, fileIds, unitPath, unitId, ...row }: UnitRow,
  findings: Finding[],
  files: Map<number, Shown>,
) => ({
  ...row,
  report: { title: '', subtitle: '', paragraphs: [], ...report },
  files: shown(fileIds, files),
  findings: findings.filter(({ scope, unit }) => scope === 'unit' && unit === String(unitId)),
  permissions: {
    write: run.runState === 'open' && row.handedInAt === null && mayInspect(actor, { run, unitPath }),
    return: run.runState === 'open' && row.handedInAt !== null && canRunCampaign(actor, run.campaign),
  },
})
