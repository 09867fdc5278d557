import type { Actor } from '#kernel/access/index.ts'
import {
  acceptSubmission,
  addLocalNotice,
  identityFrom,
  loadSubmission,
  sampleNominee,
  sampleReport,
  submitSubmission,
} from '#modules/selection/index.ts'
import type { Plan } from '#modules/selection/shared/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { withFindings } from './house.ts'
import type { DemoPictures } from './pictures.ts'

export type DemoUnit = {
  submissionId: number
  unitId: number
  unitKey: string
  name: string
  quota: { category: string; max: number | null }[]
}

/** The units of a campaign in official order. */
export const unitsOf = async (db: Db, campaignId: number): Promise<DemoUnit[]> => {
  const { rows } = await sql<DemoUnit>`
    select s.id as "submissionId", s.unit_id as "unitId", s.unit_key as "unitKey", u.name, s.quota
    from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${campaignId} and s.above_id is null order by s.unit_order`.execute(db)
  return rows
}

export type Filling = {
  plan: Plan
  today: string
  pictures: DemoPictures
  share?: number
  sealed?: boolean
  /** Until when a seal that is not there yet is promised. */
  promisedBy?: string
}

/** Fills a unit's list up to a share of its quota, in one insert, as its clerk would have typed it. */
export const fill = async (
  db: Db,
  unit: DemoUnit,
  { plan, today, pictures, share = 1, sealed = false, promisedBy = today }: Filling,
): Promise<void> => {
  const about = plan.units.find(({ key }) => key === unit.unitKey)!
  const sample = { name: unit.name, class: about.class, recommender: about.recommender ?? about.fullName }
  const at = { today, promisedBy, ...(sealed && { scan: await pictures.scan(unit.unitId) }) }
  await inTransaction(db, async tx => {
    for (const { category, max } of unit.quota) {
      const count = Math.max(1, Math.round((max ?? 1) * share))
      for (let rank = 1; rank <= count; rank += 1) await putUp(tx, unit, { plan, category, rank, sample, at, pictures })
    }
    const report = sampleReport(plan, sample, { seed: unit.submissionId, metOn: today, ...at })
    await sql`update selection.submission set report = ${JSON.stringify(report)}::jsonb
      where id = ${unit.submissionId}`.execute(tx)
  })
}

type One = {
  plan: Plan
  category: string
  rank: number
  sample: { name: string; class: string; recommender: string }
  at: { today: string; promisedBy: string; scan?: string }
  pictures: DemoPictures
}

const putUp = async (tx: Tx, unit: DemoUnit, { plan, category, rank, sample, at, pictures }: One): Promise<void> => {
  const kind = plan.categories.find(({ key }) => key === category)!
  const seed = unit.submissionId * 1000 + plan.categories.indexOf(kind) * 50 + rank
  const form = plan.forms[kind.form]!
  const first = sampleNominee(plan, category, sample, { seed, ...at })
  const photo = form.subject.photo ? await pictures.photo(unit.unitId, seed, first.name) : undefined
  const nominee = photo ? sampleNominee(plan, category, sample, { seed, ...at, photo }) : first
  await sql`
    insert into selection.nomination (campaign_id, category, subject, name, origin_unit_id, submission_id, unit_id,
      unit_order, rank, answers, articles, particulars, identity_key, edited_by)
    select s.campaign_id, ${category}, ${kind.subject}, ${nominee.name}, s.unit_id, s.id, s.unit_id, s.unit_order,
      ${rank}, ${JSON.stringify(nominee.answers)}::jsonb, ${JSON.stringify(nominee.articles)}::jsonb,
      ${JSON.stringify(nominee.particulars)}::jsonb, ${identityFrom(form, nominee.answers)}, ${`${unit.name}经办`}
    from selection.submission s where s.id = ${unit.submissionId}`.execute(tx)
}

/** The unit publishes its list where the plan wants it. */
export const publishLocally = (
  db: Db,
  clerk: Actor,
  unit: DemoUnit,
  publishedOn: string,
  mediaLevel: string,
): Promise<unknown> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<{ id: number }>`
      select id from selection.nomination where submission_id = ${unit.submissionId} and state <> 'removed'`.execute(tx)
    const submission = (await loadSubmission(tx, unit.submissionId))!
    const nominationIds = rows.map(({ id }) => id)
    return addLocalNotice(tx, clerk, submission, {
      medium: '门户网站公告栏',
      mediaLevel,
      fileKeys: [],
      publishedOn,
      nominationIds,
    })
  })

/** Hands a unit's list up, and lets the organiser receive it. */
export const handIn = (db: Db, clerk: Actor, unit: DemoUnit, receiver: Actor | null): Promise<void> =>
  inTransaction(db, async tx => {
    await submitSubmission(tx, clerk, (await loadSubmission(tx, unit.submissionId))!).catch(withFindings)
    if (receiver) await acceptSubmission(tx, receiver, (await loadSubmission(tx, unit.submissionId))!)
  })
