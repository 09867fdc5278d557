import { articleDocument, type Document } from '#kernel/documents/index.ts'
import { findFiles } from '#kernel/files/index.ts'
import type { Article } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Plan, PlanMaterial } from '../../shared/index.ts'
import { articleProfile } from '../form/article-profile.ts'
import { materialFileName, unitFileName } from '../form/file-name.ts'
import type { PrintedNominee } from '../form/nominee.ts'
import { signedReport } from '../unit/report.ts'
import { ofNominee } from './nominee-pieces.ts'
import type { Piece } from './piece.ts'
import type { PackageOptions } from './row.ts'

type Asked = {
  plan: Plan
  nominees: PrintedNominee[]
  which: PackageOptions['inspections']
  banner: string | undefined
}

type Row = { id: number; nominationId: number; articles: Record<string, Article>; fileIds: number[] }
type ReportRow = {
  submissionId: number
  /** One of the unit's nominees. */
  nominationId: number
  stage: string
  report: Partial<Article>
  fileIds: number[]
  handedInOn: string | null
}

const ids = (nominees: PrintedNominee[]) => nominees.map(({ id }) => id)

const inspectionRows = async (db: Db, nominationIds: number[], handedIn: boolean): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select i.id, i.nomination_id as "nominationId", i.material as articles, i.file_ids as "fileIds"
    from selection.inspection i join selection.nomination m on m.id = i.nomination_id
    left join selection.inspection_report r on r.stage_run_id = i.stage_run_id and r.submission_id = m.submission_id
    where i.nomination_id = any(${nominationIds}::bigint[]) and (not ${handedIn} or r.handed_in_at is not null)
    order by i.stage_run_id, i.id`.execute(db)
  return rows
}

const reportRows = async (db: Db, nominationIds: number[], handedIn: boolean): Promise<ReportRow[]> => {
  const { rows } = await sql<ReportRow>`
    select r.submission_id as "submissionId", min(m.id) as "nominationId", s.stage, r.report, r.file_ids as "fileIds",
      (r.handed_in_at at time zone 'Asia/Shanghai')::date as "handedInOn"
    from selection.inspection_report r join selection.stage_run s on s.id = r.stage_run_id
    join selection.nomination m on m.submission_id = r.submission_id
    where m.id = any(${nominationIds}::bigint[]) and (not ${handedIn} or r.handed_in_at is not null)
    group by r.stage_run_id, r.submission_id, s.stage, m.unit_order
    order by m.unit_order, r.submission_id, r.stage_run_id`.execute(db)
  return rows
}

/** Pages that were handed in as scans stand beside what was written. */
const scanned = async (db: Db, fileIds: number[], of: Omit<Piece, 'content'>): Promise<Piece[]> =>
  (await findFiles(db, fileIds)).map(file => ({
    ...of,
    key: `${of.key}-file-${file.id}`,
    name: `${of.name}（盖章扫描件）`,
    content: { file },
  }))

/** 考察材料: the written inspections of these nominees, a file each, in the order of the nominees. */
export const inspectionPieces = async (db: Db, { plan, nominees, which, banner }: Asked): Promise<Piece[]> => {
  if (!which) return []
  const rows = await inspectionRows(db, ids(nominees), which === 'handedIn')
  const pieces: Piece[] = []
  for (const nominee of nominees)
    for (const { id, articles, fileIds } of rows.filter(({ nominationId }) => nominationId === nominee.id)) {
      const inspections = plan.materials.filter(({ of }) => of === 'candidate')
      const described = (material: PlanMaterial) => ({
        ...ofNominee(nominee),
        key: `inspection-${id}-${material.key}`,
        name: materialFileName(material, nominee),
      })
      for (const material of inspections) {
        const article = articles[material.key]
        if (!article || article.paragraphs.length === 0) continue
        const document = async () => inspectionDocument(plan, material, { article, name: nominee.name, banner })
        pieces.push({ ...described(material), content: { document } })
      }
      if (inspections[0]) pieces.push(...(await scanned(db, fileIds, described(inspections[0]))))
    }
  return pieces
}

type Written = { article: Article; name: string; banner: string | undefined }

/** 考察材料 in the plan's layout, or by GB/T 9704 where the plan has none for it. */
const inspectionDocument = (plan: Plan, material: PlanMaterial, { article, name, banner }: Written): Document => {
  const titled = { ...article, title: article.title || `关于${name}的考察材料` }
  return articleDocument(titled, articleProfile(plan, material).profile, banner)
}

const reportMaterial = (plan: Plan, key: string): PlanMaterial | undefined => {
  const stage = plan.stages.find(one => one.key === key)
  if (stage?.kind !== 'inspect') return undefined
  return plan.materials.find(one => one.of === 'unit' && stage.materials.includes(one.key))
}

/** 考察情况报告: one for the whole unit, as written and as scanned. */
export const inspectionReportPieces = async (db: Db, { plan, nominees, which, banner }: Asked): Promise<Piece[]> => {
  if (!which) return []
  const pieces: Piece[] = []
  for (const row of await reportRows(db, ids(nominees), which === 'handedIn')) {
    const material = reportMaterial(plan, row.stage)
    const { unitName, recommender } = nominees.find(({ id }) => id === row.nominationId)!
    if (!material) continue
    const of = {
      key: `inspection-report-${row.submissionId}-${row.stage}`,
      ...{ unitName, category: '', nominee: '' },
      name: unitFileName(material, { plan, unitName, recommender }),
    }
    const { paragraphs = [], title } = row.report
    const document = async () =>
      signedReport({ plan, material, recommender, title, paragraphs, date: row.handedInOn, banner })
    if (paragraphs.length > 0) pieces.push({ ...of, content: { document } })
    pieces.push(...(await scanned(db, row.fileIds, of)))
  }
  return pieces
}
