import type { Answers, Article } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { categoryOf, formOf } from '../../plan/lookup.ts'
import type { Plan, StageOf } from '../../shared/index.ts'
import { forBlind, forExpert } from './blind.ts'
import { conflictOf } from './conflict.ts'
import type { Expert } from './experts.ts'

type SeatState = 'none' | 'draft' | 'final' | 'recused'

/** A nominee as one expert stands to it. */
export type SeatNominee = {
  nominationId: number
  name: string
  unitName: string
  unitFullName: string
  unitClass: string
  unitId: number
  category: string
  state: SeatState
  total: number | null
  reason: string | null
  marks: Record<string, number | null>
  comment: string
  answers: Answers
  articles: Record<string, Article>
  /** Its number in the list, by which a hidden name is called. */
  no: number
}

type Row = Omit<SeatNominee, 'state' | 'no'> & { stored: 'draft' | 'final' | null; recused: boolean | null }

/** Everyone the expert could score, in the list's order: whoever has not fallen out and was not sent back. */
export const seatNominees = async (db: Db, expert: Expert): Promise<SeatNominee[]> => {
  const { rows } = await sql<Row>`
    select m.id as "nominationId", m.name, u.name as "unitName", u.full_name as "unitFullName",
      s.unit_class as "unitClass", u.id as "unitId", e.category, c.state as stored, c.recused, c.total::float8 as total,
      c.recusal_reason as reason, coalesce(c.marks, '{}') as marks, coalesce(c.comment, '') as comment,
      m.answers, m.articles
    from selection.pool_entry e
    join selection.nomination m on m.id = e.nomination_id
    join selection.submission s on s.id = m.submission_id
    join units.unit u on u.id = m.unit_id
    left join selection.score c on c.nomination_id = m.id and c.expert_id = ${expert.expertId}
    where e.stage_run_id = ${expert.run.id} and e.outcome in ('pending', 'pass') and m.state = 'accepted'
    order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows.map((row, index) => seatOf(expert, row, index + 1))
}

export const seatNominee = async (db: Db, expert: Expert, nominationId: number): Promise<SeatNominee | undefined> =>
  (await seatNominees(db, expert)).find(nominee => nominee.nominationId === nominationId)

const seatOf = (expert: Expert, { stored, recused, ...row }: Row, no: number): SeatNominee => {
  const { stage, campaign } = expert.run
  const sides = { ...row, expertUnitId: expert.unitId, expertUnit: expert.unitName }
  const conflict = conflictOf(campaign.plan, stage as StageOf<'review'>, sides)
  const reason = conflict ?? row.reason
  return { ...row, reason, no, state: conflict || recused ? 'recused' : (stored ?? 'none') }
}

const isBlind = ({ run }: Expert) => (run.stage as StageOf<'review'>).blind

/** How a nominee is called before this expert. */
const labelOf = (expert: Expert, { name, no }: SeatNominee) => (isBlind(expert) ? `${no}号` : name)

/** The seat's list; where names are hidden neither names nor units are in it. */
export const presentSeat = (expert: Expert, nominees: SeatNominee[]) => {
  const { run, expertId, name } = expert
  const stage = run.stage as StageOf<'review'>
  return {
    expertId,
    expert: name,
    campaignTitle: run.campaign.shortTitle,
    stageTitle: stage.title,
    dueOn: run.dueOn,
    open: run.runState === 'open',
    blind: stage.blind,
    mayDeclare: stage.experts?.recuse.includes('declared') ?? false,
    criteria: stage.criteria,
    nominees: nominees.map(nominee => ({
      nominationId: nominee.nominationId,
      label: labelOf(expert, nominee),
      unitName: stage.blind ? null : nominee.unitName,
      category: nominee.category,
      categoryName: categoryOf(run.campaign.plan, nominee.category).name,
      state: nominee.state,
      total: nominee.total,
      reason: stage.blind && nominee.state === 'recused' ? '按规定回避' : nominee.reason,
    })),
  }
}

/** One nominee's material for this expert. A recused expert gets none of it. */
export const presentSeatNominee = (expert: Expert, nominee: SeatNominee) => {
  const { plan } = expert.run.campaign
  const category = categoryOf(plan, nominee.category)
  const material = nominee.state === 'recused' ? emptyOf(plan, nominee) : materialOf(expert, nominee)
  return {
    nominationId: nominee.nominationId,
    label: labelOf(expert, nominee),
    unitName: isBlind(expert) ? null : nominee.unitName,
    unitClass: nominee.unitClass,
    categoryName: category.name,
    conditions: category.conditions.map(({ key, title, text }) => ({ key, title: title ?? '', text })),
    form: material.form,
    answers: material.answers,
    articles: textsOf(plan, nominee).map(([key, title], index) => ({
      key,
      name: title,
      article: material.articles[index] ?? { title: '', subtitle: '', paragraphs: [] },
    })),
    state: nominee.state,
    marks: nominee.marks,
    comment: nominee.comment,
    total: nominee.total,
    reason: isBlind(expert) && nominee.state === 'recused' ? '按规定回避' : nominee.reason,
  }
}

const textsOf = (plan: Plan, { articles }: SeatNominee): [string, string][] =>
  plan.materials.filter(({ key }) => key in articles).map(({ key, name }) => [key, name])

const materialOf = (expert: Expert, nominee: SeatNominee) => {
  const { plan } = expert.run.campaign
  const articles = textsOf(plan, nominee).map(([key]) => nominee.articles[key]!)
  const whole = { form: formOf(plan, nominee.category), answers: nominee.answers, articles }
  return isBlind(expert) ? forBlind(whole, [nominee.name, nominee.unitName, nominee.unitFullName]) : forExpert(whole)
}

const emptyOf = (plan: Plan, { category }: SeatNominee) => ({
  ...forExpert({ form: formOf(plan, category), answers: {}, articles: [] }),
  articles: [],
})
