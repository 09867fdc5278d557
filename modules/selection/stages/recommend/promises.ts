import { type Answers, fieldsOf, type OpinionAnswer } from '#kernel/forms/shared/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { formOf } from '../../plan/lookup.ts'
import type { HandedIn, Particulars, Plan, SubmissionReport } from '../../shared/index.ts'
import type { PromisedItem } from './shared/api.ts'

/** `drafts`: with what was not handed in yet, which is for the unit's own eyes. */
type Which = ({ submissionId: number } | { campaignId: number }) & { drafts: boolean }
type Found = { path: string; label: string; promisedBy: string }

/** Everything promised and not yet brought, in official order: two queries, whatever the number of units. */
export const promisesOf = async (db: Db, plan: Plan, which: Which): Promise<PromisedItem[]> => {
  const today = await businessToday(db)
  const found = [...(await ofNominations(db, plan, which)), ...(await ofReports(db, plan, which))]
  return found
    .sort((one, other) => one.order - other.order || (one.nominationId ?? 0) - (other.nominationId ?? 0))
    .map(({ order: _, ...item }) => ({ ...item, overdue: item.promisedBy < today }))
}

type Ordered = Omit<PromisedItem, 'overdue'> & { order: number }

const filter = (which: Which) =>
  'submissionId' in which ? sql`s.id = ${which.submissionId}` : sql`s.campaign_id = ${which.campaignId}`

type NominationRow = {
  id: number
  name: string
  category: string
  submissionId: number
  unitName: string
  order: number
  answers: Answers
  particulars: Partial<Particulars>
}

const ofNominations = async (db: Db, plan: Plan, which: Which): Promise<Ordered[]> => {
  const { rows } = await sql<NominationRow>`
    select m.id, m.name, m.category, s.id as "submissionId", u.name as "unitName", s.unit_order as order, m.answers,
      m.particulars
    from selection.nomination m
    join selection.submission s on s.id = m.submission_id
    join units.unit u on u.id = s.unit_id
    where ${filter(which)} and m.promised > 0 and m.state <> 'removed'
      and (${which.drafts} or m.state <> 'draft')`.execute(db)
  return rows.flatMap(row =>
    promisedIn(plan, row).map(found => ({
      ...found,
      submissionId: row.submissionId,
      unitName: row.unitName,
      nominationId: row.id,
      name: row.name,
      order: row.order,
    })),
  )
}

const promisedIn = (plan: Plan, { category, answers, particulars }: NominationRow): Found[] => [
  ...fieldsOf(formOf(plan, category))
    .filter(({ kind }) => kind === 'opinion')
    .flatMap(({ key, label }) => seal(`answers.${key}`, label, answers[key] as OpinionAnswer | undefined)),
  ...Object.entries(particulars.seals ?? {}).flatMap(([key, answer]) =>
    seal(`seals.${key}`, plan.seals.find(each => each.key === key)?.name ?? key, answer),
  ),
  ...papers(plan, 'materials', particulars.materials),
]

const seal = (path: string, label: string, answer: OpinionAnswer | undefined): Found[] =>
  answer?.evidence?.kind === 'promised' ? [{ path, label, promisedBy: answer.evidence.by }] : []

const papers = (plan: Plan, at: string, materials: Record<string, HandedIn> = {}): Found[] =>
  Object.entries(materials).flatMap(([key, { fileId, promisedBy }]) =>
    promisedBy && !fileId
      ? [{ path: `${at}.${key}`, label: plan.materials.find(each => each.key === key)?.name ?? key, promisedBy }]
      : [],
  )

type ReportRow = { submissionId: number; unitName: string; order: number; report: Partial<SubmissionReport> }

const ofReports = async (db: Db, plan: Plan, which: Which): Promise<Ordered[]> => {
  const { rows } = await sql<ReportRow>`
    select s.id as "submissionId", u.name as "unitName", s.unit_order as order, s.report
    from selection.submission s join units.unit u on u.id = s.unit_id
    where ${filter(which)} and s.report <> '{}'
      and (${which.drafts} or s.state <> 'open')`.execute(db)
  return rows.flatMap(({ report, ...unit }) =>
    [...reportSeal(report), ...papers(plan, 'report', report.materials)].map(found => ({
      ...found,
      ...unit,
      nominationId: null,
      name: null,
    })),
  )
}

const reportSeal = ({ promisedBy, sealedOn }: Partial<SubmissionReport>): Found[] =>
  promisedBy && !sealedOn ? [{ path: 'report', label: '推荐情况报告签字盖章', promisedBy }] : []
