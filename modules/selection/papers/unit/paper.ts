import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Document, formDocument } from '#kernel/documents/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../../load.ts'
import { speaksFor } from '../../permissions.ts'
import { type Plan, recommendStage, submissionReport } from '../../shared/index.ts'
import { bannerOf } from '../banner.ts'
import { rankingAnswers } from './ranking.ts'
import { reportDocument } from './report.ts'

/** Papers of a unit as a whole: its ranking lists and its report, as far as the plan has them. */
export const unitPapers = (plan: Plan): { key: string; name: string }[] =>
  plan.materials
    .filter(({ of, stage }) => of === 'unit' && stage === recommendStage(plan)?.key)
    .filter(({ kind, form }) => (kind === 'ranking' && form) || kind === 'report')
    .map(({ key, name }) => ({ key, name }))

/** The unit as it signs: the plan's words for it, or its full name. */
const recommenderOf = async (db: Db, { plan, unitKey, unitId }: Submission): Promise<string> => {
  const { rows } = await sql<{ fullName: string }>`
    select full_name as "fullName" from units.unit where id = ${unitId}`.execute(db)
  return plan.units.find(({ key }) => key === unitKey)?.recommender ?? rows[0]!.fullName
}

/** @throws Problem 404 `paper.no-form` */
export const unitDocument = async (
  db: Db,
  submission: Submission,
  key: string,
  { own, banner }: { own: boolean; banner: string | undefined },
): Promise<Document> => {
  const { plan } = submission
  const material = unitPapers(plan).some(paper => paper.key === key) && plan.materials.find(one => one.key === key)
  if (!material) throw refuse('paper.no-form', '方案没有这张表。', { status: 404 })
  const recommender = await recommenderOf(db, submission)
  if (material.kind === 'report') {
    const { rows } = await sql<{ report: unknown }>`
      select report from selection.submission where id = ${submission.id}`.execute(db)
    return reportDocument({ plan, recommender, report: submissionReport.parse(rows[0]!.report), banner })
  }
  const form = plan.forms[material.form!]!
  const answers = await rankingAnswers(db, submission, form, { recommender, own })
  return formDocument(form, answers, banner ? { banner } : {})
}

/** One of a unit's papers for whoever sees its list; the taking-out is recorded. */
export const unitPaper = async (
  tx: Tx,
  actor: Actor,
  submission: Submission,
  { paper, format }: { paper: string; format: string },
): Promise<{ document: Document; name: string }> => {
  const document = await unitDocument(tx, submission, paper, {
    own: speaksFor(actor, submission),
    banner: await bannerOf(tx),
  })
  await record(tx, actor, {
    action: 'selection.submission.paper',
    subjectKind: 'submission',
    subjectId: submission.id,
    detail: { paper, format },
  })
  return { document, name: `${document.title}-${submission.unitName}` }
}
