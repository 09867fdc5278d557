import { type Answers, fieldsOf, type OpinionAnswer } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { formOf } from '../campaign-plan.ts'
import type { Submission } from '../load.ts'
import { type HandedIn, type Particulars, type Plan, particulars, type SubmissionReport } from '../shared/index.ts'

type Promised = { nominationId: number | null; name: string; label: string; by: string }
type Row = { id: number; name: string; category: string; answers: Answers; particulars: Partial<Particulars> }

/** What was promised by a date (待补章) and is not there yet, the soonest first. One query. */
export const promisesOf = async (db: Db, submission: Submission, report: SubmissionReport): Promise<Promised[]> => {
  const { plan } = submission
  const { rows } = await sql<Row>`
    select id, name, category, answers, particulars from selection.nomination
    where submission_id = ${submission.id} and state <> 'removed' order by id`.execute(db)
  const ofNominees = rows.flatMap(row => [
    ...inForm(plan, row),
    ...beside(plan, { ...row, particulars: particulars.parse(row.particulars) }),
  ])
  const ofUnit = papers(plan, report.materials).map(paper => ({ nominationId: null, name: '', ...paper }))
  return [...ofNominees, ...ofUnit].sort((a, b) => a.by.localeCompare(b.by))
}

const promiseOf = (answer: OpinionAnswer | undefined) =>
  answer?.evidence?.kind === 'promised' ? answer.evidence.by : undefined

const inForm = (plan: Plan, { id, name, category, answers }: Row): Promised[] =>
  fieldsOf(formOf(plan, category)).flatMap(({ kind, key, label }) => {
    const by = kind === 'opinion' ? promiseOf(answers[key] as OpinionAnswer | undefined) : undefined
    return by === undefined ? [] : [{ nominationId: id, name, label, by }]
  })

const beside = (plan: Plan, { id, name, particulars }: Row & { particulars: Particulars }): Promised[] => {
  const seals = Object.entries(particulars.seals).flatMap(([key, answer]) => {
    const by = promiseOf(answer)
    return by === undefined ? [] : [{ label: plan.seals.find(seal => seal.key === key)?.name ?? key, by }]
  })
  return [...seals, ...papers(plan, particulars.materials)].map(paper => ({ nominationId: id, name, ...paper }))
}

const papers = (plan: Plan, materials: Record<string, HandedIn>) =>
  Object.entries(materials).flatMap(([key, { promisedBy, fileId }]) =>
    promisedBy && !fileId
      ? [{ label: plan.materials.find(material => material.key === key)?.name ?? key, by: promisedBy }]
      : [],
  )
