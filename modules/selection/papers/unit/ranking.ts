import { type Answers, answerAt, type Field, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../../load.ts'
import { formOf } from '../../plan/lookup.ts'
import type { Plan } from '../../shared/index.ts'

type Listed = { category: string; name: string; answers: Answers }

const listed = async (db: Db, submission: Submission, own: boolean): Promise<Listed[]> => {
  const { rows } = await sql<Listed>`
    select category, name, answers from selection.nomination
    where submission_id = ${submission.id} and name <> '' and state <> 'removed' and (${own} or state <> 'draft')
    order by category, rank nulls last, id`.execute(db)
  return rows
}

const textAt = (answers: Answers, path: string | undefined): string => {
  const value = path && answerAt(answers, path)
  return typeof value === 'string' ? value.trim() : ''
}

/** What a list can say of one nominee: the places that forms call their subject by, under the names lists use. */
const cellsOf = (plan: Plan, { category, name, answers }: Listed): Record<string, string> => {
  const { subject } = formOf(plan, category)
  const [unit, post] = [textAt(answers, subject.unit), textAt(answers, subject.post)]
  return {
    name,
    gender: textAt(answers, subject.gender),
    ethnicGroup: textAt(answers, subject.ethnicGroup),
    unit,
    post,
    unitAndPost: `${unit}${post}`,
  }
}

/** The category that a list of a form is about: the one whose name or short name its label carries. */
const categoryFor = (plan: Plan, field: Field): string | undefined => {
  const bare = (text: string) => text.replace(/[“”"]/gu, '')
  return plan.categories.find(({ name, shortName }) =>
    [name, shortName ?? name].some(words => bare(field.label).includes(bare(words))),
  )?.key
}

/** A list form filled from a unit's own list in its own order, the unit named above it. */
export const listAnswers = (plan: Plan, form: FormDefinition, recommender: string, names: Listed[]): Answers =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field): [string, unknown][] => {
      if (field.kind === 'organisation') return [[field.key, recommender]]
      const category = field.kind === 'rows' ? categoryFor(plan, field) : undefined
      if (category === undefined) return []
      return [[field.key, names.filter(one => one.category === category).map(one => cellsOf(plan, one))]]
    }),
  )

/** 排序表 of a unit as it ranks its nominees now; drafts stand on it for the unit itself only (`own`). */
export const rankingAnswers = async (
  db: Db,
  submission: Submission,
  form: FormDefinition,
  { recommender, own }: { recommender: string; own: boolean },
): Promise<Answers> => listAnswers(submission.plan, form, recommender, await listed(db, submission, own))
