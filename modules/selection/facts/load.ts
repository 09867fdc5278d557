import { loadCalendar } from '#kernel/calendar/index.ts'
import { businessClock, type Db, sql, together } from '#platform/db/index.ts'
import { loadSettings } from '../campaign/settings.ts'
import { recommendingKey } from '../load.ts'
import {
  type Articles,
  type ClockFacts,
  type Facts,
  frameFacts,
  type NominationContent,
  type NominationFacts,
  nominationFacts,
  type Particulars,
  type Plan,
  particulars,
  type UnitIdentity,
  type WrittenReason,
} from '../shared/index.ts'
import { knownOf } from './known.ts'

export const loadClock = async (db: Db): Promise<ClockFacts> => {
  const [clock, calendar] = await together(db, db => Promise.all([businessClock(db), loadCalendar(db)]))
  return { ...clock, calendar }
}

/** The frame of a campaign's facts at this moment: clock, calendar, deadlines, names, settings. */
export const loadFrame = async (db: Db, plan: Plan, campaignId: number): Promise<Facts> => {
  const [clock, settings] = await together(db, db => Promise.all([loadClock(db), loadSettings(db, campaignId)]))
  return frameFacts(plan, clock, settings)
}

type Row = {
  id: number
  campaignId: number
  submissionId: number
  name: string
  category: string
  origin: 'unit' | 'self' | 'automatic' | 'added'
  linkedTo: number | null
  answers: Record<string, unknown>
  articles: Articles
  particulars: Partial<Particulars>
  reasons: WrittenReason[]
  rank: number | null
  unitId: number
  unitKey: string | null
  recommendingKey: string | null
  unitName: string
  unitFullName: string
  unitClass: string
}

/** Which nominations to look at. */
export type Which = { ids: number[] } | { submissionId: number } | { campaignId: number }

const condition = (which: Which) => {
  if ('ids' in which) return sql`m.id = any(${which.ids}::bigint[])`
  if ('submissionId' in which) return sql`m.submission_id = ${which.submissionId} and m.state <> 'removed'`
  return sql`m.campaign_id = ${which.campaignId} and m.state = 'accepted'`
}

const readRows = async (db: Db, which: Which): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select m.id, m.campaign_id as "campaignId", m.submission_id as "submissionId", m.name, m.category, m.origin,
      m.origin_nomination_id as "linkedTo", m.answers, m.articles,
      m.particulars, m.reasons, m.rank, u.id as "unitId", s.unit_key as "unitKey",
      ${recommendingKey} as "recommendingKey", u.name as "unitName",
      u.full_name as "unitFullName", s.unit_class as "unitClass"
    from selection.nomination m
    join selection.submission s on s.id = m.submission_id
    join units.unit u on u.id = m.unit_id
    where ${condition(which)} order by m.category, m.rank nulls last, m.id`.execute(db)
  return rows
}

/** Nominations as the rules look at them, with what only the server knows, in a constant number of queries. */
export const loadNominationFacts = async (
  db: Db,
  plan: Plan,
  which: Which,
  clock: { today: string; mode: 'draft' | 'submit' },
): Promise<NominationFacts[]> => {
  const rows = await readRows(db, which)
  const known = await knownOf(db, plan, rows)
  return rows.map(row => nominationFacts(plan, contentOf(plan, row), clock, known.get(row.id)))
}

const contentOf = (plan: Plan, row: Row): NominationContent => ({
  id: String(row.id),
  name: row.name,
  category: row.category,
  unit: identityOf(plan, row),
  recommender: recommenderOf(plan, row),
  origin: row.origin === 'automatic' ? 'auto' : row.origin === 'added' ? 'added' : 'unit',
  ...(row.linkedTo !== null && { linkedTo: String(row.linkedTo) }),
  answers: row.answers,
  articles: row.articles,
  particulars: particulars.parse(row.particulars),
  reasons: row.reasons,
  ...(row.rank !== null && { rank: row.rank }),
})

/** The unit as its campaign knows it: figures and their source come from the plan, which is frozen. */
export const identityOf = (
  plan: Plan,
  row: { unitId: number; unitKey: string | null; unitName: string; unitClass: string },
): UnitIdentity => {
  const population = plan.units.find(({ key }) => key === row.unitKey)?.population
  return {
    id: String(row.unitId),
    name: row.unitName,
    class: row.unitClass,
    ...(population && {
      population: {
        persons: population.value,
        year: population.year,
        basis: population.kind === 'resident' ? '常住' : '户籍',
        source: population.source,
      },
    }),
  }
}

const recommenderOf = (plan: Plan, row: Row): string =>
  plan.units.find(({ key }) => key === row.recommendingKey)?.recommender ?? row.unitFullName
