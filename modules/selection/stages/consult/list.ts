import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../../load.ts'
import { categoryOf, formOf } from '../../plan/lookup.ts'
import type { ListedName } from './shared/api.ts'

type Row = { id: number; name: string; category: string; rank: number | null; answers: Answers }

/** The unit's list as it stands: names, workplaces and posts in order, nothing else of the forms. */
export const currentList = async (db: Db, { id, plan }: Submission): Promise<ListedName[]> => {
  const { rows } = await sql<Row>`
    select id, name, category, rank, answers from selection.nomination
    where submission_id = ${id} and state <> 'removed' and name <> ''
    order by rank nulls last, id`.execute(db)
  const listed = rows.map(({ id: nominationId, name, category, rank, answers }) => {
    const { subject } = formOf(plan, category)
    const textOf = (path: string | undefined) => {
      const value = path && answerAt(answers, path)
      return typeof value === 'string' ? value.trim() : ''
    }
    return {
      nominationId,
      name,
      category,
      categoryName: categoryOf(plan, category).name,
      workplace: textOf(subject.unit),
      post: textOf(subject.post),
      rank,
    }
  })
  return plan.categories.flatMap(({ key }) => listed.filter(({ category }) => category === key))
}
