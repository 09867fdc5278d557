import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Plan, PlanSources } from '../shared/index.ts'

type PlanRow = {
  id: number
  slug: string
  title: string
  updatedAt: string
  version: number | null
  changed: boolean
  campaignId: number | null
}

/** Drafts of the actor's office and of those below it, the last touched first. */
export const plansWithin = async (db: Db, actor: Actor): Promise<PlanRow[]> => {
  const { rows } = await sql<PlanRow>`
    select p.id, p.slug, p.title, p.updated_at as "updatedAt", last.version,
      coalesce(last.sources <> p.sources, true) as changed, ${campaignOf} as "campaignId"
    from selection.plan p join units.unit u on u.id = p.unit_id
    left join lateral (select version, sources from selection.plan_version v where v.plan_id = p.id
      order by version desc limit 1) last on true
    where starts_with(u.path, ${actor.unitPath}) order by p.updated_at desc, p.id desc limit 500`.execute(db)
  return rows
}

const campaignOf = sql`(select max(c.id) from selection.campaign c
  join selection.plan_version v on v.id = c.plan_version_id where v.plan_id = p.id)`

/** The campaign that runs on any version of a plan. */
export const campaignOn = async (db: Db, planId: number): Promise<number | null> => {
  const { rows } = await sql<{ id: number | null }>`
    select ${campaignOf} as id from selection.plan p where p.id = ${planId}`.execute(db)
  return rows[0]?.id ?? null
}

type VersionRow = {
  id: number
  version: number
  hash: string
  reason: string
  publishedAt: string
  publishedBy: string | null
  campaignId: number | null
}

export const versionsOf = async (db: Db, planId: number): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    select v.id, v.version, v.hash, v.reason, v.published_at as "publishedAt", n.name as "publishedBy",
      (select c.id from selection.campaign c where c.plan_version_id = v.id) as "campaignId"
    from selection.plan_version v
    left join access.account a on a.id = v.published_by left join units.person n on n.id = a.person_id
    where v.plan_id = ${planId} order by v.version desc`.execute(db)
  return rows
}

/** One frozen version of a plan by its number. */
export const frozen = async (db: Db, planId: number, version: number) => {
  const { rows } = await sql<{ sources: PlanSources; content: Plan }>`
    select sources, content from selection.plan_version where plan_id = ${planId} and version = ${version}`.execute(db)
  return rows[0]
}

/** The last published version of every other plan of an office, with which exclusions are compared. */
export const otherPlans = async (db: Db, actor: Actor, planId = 0): Promise<Plan[]> => {
  const { rows } = await sql<{ content: Plan }>`
    select distinct on (v.plan_id) v.content from selection.plan_version v
    join selection.plan p on p.id = v.plan_id join units.unit u on u.id = p.unit_id
    where p.id <> ${planId} and starts_with(u.path, ${actor.unitPath})
    order by v.plan_id, v.version desc limit 50`.execute(db)
  return rows.map(({ content }) => content)
}
