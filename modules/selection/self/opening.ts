import { type Field, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { type Campaign, loadCampaignBySlug } from '../load.ts'
import { recommendStage } from '../shared/index.ts'

/** A campaign that takes 自荐 and 举荐 from the public, and what it asks. */
export type Opening = {
  campaign: Campaign
  /** Last day to send one, ISO. */
  dueOn: string | null
  byOthers: boolean
  form: FormDefinition
  fields: Field[]
  categories: { key: string; name: string }[]
  /** Units to choose among; none where everything goes to the organiser. */
  units: { submissionId: number; name: string }[]
}

/** 'closed' before it opens, after its day, and where the recommending is over; undefined where it never was. */
export const findOpening = async (db: Db, slug: string): Promise<Opening | 'closed' | undefined> => {
  const campaign = await loadCampaignBySlug(db, slug)
  const stage = campaign && recommendStage(campaign.plan)
  const self = stage?.selfRecommendation
  if (!campaign || !stage || !self) return undefined
  const dueOn = self.dueBy ?? stage.dueBy ?? null
  if (!(await isOpen(db, campaign, stage.key, dueOn))) return 'closed'
  const form = campaign.plan.forms[self.form]!
  const units = self.goesTo === 'region' ? await unitsOf(db, campaign) : []
  return { campaign, dueOn, byOthers: self.byOthers, form, fields: askedOf(form), categories: takenIn(campaign), units }
}

const isOpen = async (db: Db, { id, campaignState }: Campaign, stage: string, dueOn: string | null) => {
  const { rows } = await sql<{ state: string }>`
    select state from selection.stage_run where campaign_id = ${id} and stage = ${stage}`.execute(db)
  const inTime = dueOn === null || (await businessToday(db)) <= dueOn
  return campaignState === 'running' && rows[0]?.state === 'open' && inTime
}

/** Kinds that a page without script can ask for. */
const plain = new Set<Field['kind']>(['name', 'text', 'longText', 'phone', 'choice'])

/** What must be there, of what a plain page can ask; the clerk completes the rest. No more personal data than that. */
const askedOf = (form: FormDefinition): Field[] =>
  fieldsOf(form).filter(
    ({ key, kind, required, filledBy, sensitive }) =>
      key === form.subject.name || (plain.has(kind) && required && filledBy === 'unit' && !sensitive),
  )

/** Categories that use the form; where none does, all of them. */
const takenIn = ({ plan }: Campaign) => {
  const key = recommendStage(plan)!.selfRecommendation!.form
  const same = plan.categories.filter(({ form }) => form === key)
  return (same.length > 0 ? same : plan.categories).map(category => ({ key: category.key, name: category.name }))
}

/** Units of a region, where the plan has any; offices directly below the organiser are nobody's home. */
const unitsOf = async (db: Db, { id, plan }: Campaign) => {
  const regional = plan.units.filter(({ regionCode }) => regionCode).map(({ key }) => key)
  const { rows } = await sql<Opening['units'][number]>`
    select s.id as "submissionId", u.name from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${id} and (${regional.length === 0} or s.unit_key = any(${regional}::text[]))
    order by s.unit_order, s.id`.execute(db)
  return rows
}
