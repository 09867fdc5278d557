import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { categoryOf, formOf } from '../../plan/lookup.ts'
import type { Particulars, Plan } from '../../shared/index.ts'
import type { Vetting } from './load.ts'

/** A name that departments are asked about, as a list shows it. */
export type VettedName = {
  nominationId: number
  name: string
  category: string
  categoryName: string
  unitName: string
  workplace: string
  post: string
  sector: string | null
  deeds: string
}

type Row = {
  id: number
  name: string
  category: string
  unitName: string
  answers: Answers
  tags: Particulars['tags'] | null
}

/** Everyone under vetting now: a unit's whole list, or those of the organiser's pool who have not fallen out. */
export const namesOf = async (db: Db, { run, submission }: Vetting): Promise<VettedName[]> => {
  const { rows } = submission
    ? await sql<Row>`
        select m.id, m.name, m.category, u.name as "unitName", m.answers, m.particulars -> 'tags' as tags
        from selection.nomination m join units.unit u on u.id = m.unit_id
        where m.submission_id = ${submission.id} and m.state <> 'removed' and m.name <> ''
        order by m.category, m.rank nulls last, m.id`.execute(db)
    : await sql<Row>`
        select m.id, m.name, e.category, u.name as "unitName", m.answers, m.particulars -> 'tags' as tags
        from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
        join units.unit u on u.id = m.unit_id
        where e.stage_run_id = ${run.id} and e.outcome <> 'out' and e.reason is distinct from '本环节不涉及'
        order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  const { plan } = run.campaign
  const order = plan.categories.map(({ key }) => key)
  return rows.map(row => present(plan, row)).sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
}

const present = (plan: Plan, { id, name, category, unitName, answers, tags }: Row): VettedName => {
  const { subject } = formOf(plan, category)
  return {
    nominationId: id,
    name,
    category,
    categoryName: categoryOf(plan, category).name,
    unitName,
    workplace: textAt(answers, subject.unit) || unitName,
    post: textAt(answers, subject.post),
    sector: sectorOf(plan, answers, tags ?? {}),
    deeds: oneLine(textAt(answers, subject.brief)),
  }
}

const textAt = (answers: Answers, path: string | undefined): string => {
  const value = path && answerAt(answers, path)
  return typeof value === 'string' ? value.trim() : ''
}

/** The first sentence, at most 60 characters: ten minutes are for a decision, the file is for who wants it. */
const oneLine = (text: string): string => {
  const first = text.split(/(?<=[。！？\n])/u)[0]!.trim()
  return first.length > 60 ? `${first.slice(0, 59)}…` : first
}

/** What the plan's rule on extra regulators looks at, so that who is asked and who must have answered agree. */
const sectorOf = (plan: Plan, answers: Answers, tags: Particulars['tags']): string | null => {
  const bound = plan.rules.find(({ rule }) => rule === 'extraRegulatorsAsked')?.with as { field?: string } | undefined
  const field = bound?.field ?? 'sector'
  return textAt(answers, field) || (tags[field]?.[0] ?? null)
}

/** Which departments are asked about a name: those of the stage, and the regulators of its sector. */
export const departmentsFor = ({ stage }: Vetting, { sector }: VettedName): string[] => [
  ...stage.departments,
  ...stage.bySector.filter(({ sectors }) => sector && sectors.includes(sector)).flatMap(each => each.departments),
]

/** The stage's departments, then the regulators, each once; regulators are asked about some names only. */
export const allDepartments = ({ stage }: Vetting): { key: string; regulator: boolean }[] => {
  const regulators = stage.bySector.flatMap(({ departments }) => departments)
  const extra = [...new Set(regulators)].filter(key => !stage.departments.includes(key))
  return [...stage.departments.map(key => ({ key, regulator: false })), ...extra.map(key => ({ key, regulator: true }))]
}
