import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { formOf } from '../plan/lookup.ts'
import type { Plan } from '../shared/index.ts'

/** What a public list says of a candidate: name, unit and post, nothing else of the form. */
export type PublicLine = { id: number; name: string; unit: string; post: string; unitId: number; recommender: string }

type Row = {
  id: number
  name: string
  category: string
  unitId: number
  unitFullName: string
  unitKey: string | null
  answers: Answers
}

/** The public lines of candidates by nomination id, in one query. */
export const publicLines = async (db: Db, plan: Plan, ids: number[]): Promise<Map<number, PublicLine>> => {
  const { rows } = await sql<Row>`
    select m.id, m.name, m.category, m.unit_id as "unitId", u.full_name as "unitFullName", s.unit_key as "unitKey",
      m.answers
    from selection.nomination m
    join units.unit u on u.id = m.unit_id
    join selection.submission s on s.id = m.submission_id
    where m.id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, lineOf(plan, row)]))
}

/** The work unit and post that the form's subject names; a project or a team stands under who recommends it. */
const lineOf = (plan: Plan, row: Row): PublicLine => {
  const { subject } = formOf(plan, row.category)
  const recommender = plan.units.find(({ key }) => key === row.unitKey)?.name ?? row.unitFullName
  return {
    id: row.id,
    name: row.name,
    unit: textAt(row.answers, subject.unit) || recommender,
    post: textAt(row.answers, subject.post),
    unitId: row.unitId,
    recommender,
  }
}

const textAt = (answers: Answers, path: string | undefined): string => {
  const value = path && answerAt(answers, path)
  return typeof value === 'string' ? value.trim() : ''
}
