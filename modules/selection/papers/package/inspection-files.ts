import { articleDocument, type Document } from '#kernel/documents/index.ts'
import type { Article } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Plan, PlanMaterial } from '../../shared/index.ts'
import { articleProfile } from '../form/article-profile.ts'
import { materialFileName } from '../form/file-name.ts'
import type { PrintedNominee } from '../form/nominee.ts'
import type { PackageOptions } from './row.ts'

/** 考察材料 of one candidate: what the team wrote, and the name that its file gets, without extension. */
export type InspectionFile = {
  nominee: PrintedNominee
  name: string
  key: string
  material: PlanMaterial
  article: Article
}

type Row = { id: number; nominationId: number; articles: Record<string, Article> }

const rowsOf = async (db: Db, ids: number[], handedIn: boolean): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select i.id, i.nomination_id as "nominationId", i.material as articles
    from selection.inspection i join selection.nomination m on m.id = i.nomination_id
    left join selection.inspection_report r on r.stage_run_id = i.stage_run_id and r.submission_id = m.submission_id
    where i.nomination_id = any(${ids}::bigint[]) and (not ${handedIn} or r.handed_in_at is not null)
    order by i.stage_run_id, i.id`.execute(db)
  return rows
}

/** The written inspections of these nominees, a file each, in the order of the nominees. */
export const inspectionFiles = async (
  db: Db,
  plan: Plan,
  nominees: PrintedNominee[],
  which: PackageOptions['inspections'],
): Promise<InspectionFile[]> => {
  if (!which) return []
  const rows = await rowsOf(
    db,
    nominees.map(({ id }) => id),
    which === 'handedIn',
  )
  return nominees.flatMap(nominee =>
    rows
      .filter(({ nominationId }) => nominationId === nominee.id)
      .flatMap(({ id, articles }) =>
        plan.materials.flatMap(material => {
          const article = articles[material.key]
          if (!article || article.paragraphs.length === 0) return []
          const name = materialFileName(material, nominee)
          return [{ nominee, name, key: `inspection-${id}-${material.key}`, material, article }]
        }),
      ),
  )
}

/** 考察材料 in the plan's layout, or by GB/T 9704 where the plan has none for it. */
export const inspectionDocument = (
  plan: Plan,
  { nominee, material, article }: InspectionFile,
  banner: string | undefined,
): Document => {
  const titled = { ...article, title: article.title || `关于${nominee.name}的考察材料` }
  return articleDocument(titled, articleProfile(plan, material).profile, banner)
}
