import type { Actor, Api } from '#kernel/access/index.ts'
import { hasRole, reaches } from '#kernel/access/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { startCampaign } from '../campaign.ts'
import { canPlan } from '../permissions.ts'
import { addPlan, loadPlan, type PlanDraft, publishPlan, savePlan } from '../plan.ts'
import { plansApi, readPlan } from '../shared/index.ts'
import { shippedPlans, shippedSources } from '../shipped.ts'

const canEditPlan = (actor: Actor, plan: PlanDraft) => hasRole(actor, 'organiser') && reaches(actor, plan.unitPath)

export const planRoutes = (api: Api): void => {
  api.handle(plansApi.listPlans, {
    allow: canPlan,
    act: async ({ actor, db }) => ({ shipped: shippedHeads(), plans: await plansWithin(db, actor) }),
  })
  api.handle(plansApi.addPlan, {
    allow: canPlan,
    act: async ({ actor, db, body }) => {
      const { sources, basedOn } = await sourcesFrom(db, actor, body.from)
      return { id: await addPlan(db, actor, { sources, basedOn }), notes: [] }
    },
  })
  api.handle(plansApi.getPlan, {
    load: ({ db, params }) => loadPlan(db, params.id),
    allow: canEditPlan,
    act: async ({ db, loaded }) => ({
      ...loaded,
      sources: { ...loaded.sources },
      faults: readPlan(loaded.sources, await loadCalendar(db)).faults,
      versions: await versionsOf(db, loaded.id),
    }),
  })
  api.handle(plansApi.savePlan, {
    load: ({ db, params }) => loadPlan(db, params.id),
    allow: canEditPlan,
    act: async ({ db, body, loaded }) => ({
      revision: await savePlan(db, loaded, body),
      faults: readPlan(body.sources, await loadCalendar(db)).faults,
    }),
  })
  api.handle(plansApi.publishPlan, {
    load: ({ db, params }) => loadPlan(db, params.id),
    allow: canEditPlan,
    act: ({ actor, db, body, loaded }) => publishPlan(db, actor, loaded, body.reason),
  })
  api.handle(plansApi.startCampaign, {
    load: ({ db, body }) => loadVersion(db, body.planVersionId),
    allow: canStart,
    act: async ({ actor, db, loaded }) => ({ id: await startCampaign(db, actor, loaded) }),
  })
}

type Version = { planVersionId: number; unitId: number; slug: string; unitPath: string }

const canStart = (actor: Actor, version: Version) => hasRole(actor, 'organiser') && reaches(actor, version.unitPath)

const loadVersion = async (db: Tx, id: number): Promise<Version | undefined> => {
  const { rows } = await sql<Version>`
    select v.id as "planVersionId", p.unit_id as "unitId", p.slug, u.path as "unitPath"
    from selection.plan_version v join selection.plan p on p.id = v.plan_id join units.unit u on u.id = p.unit_id
    where v.id = ${id}`.execute(db)
  return rows[0]
}

const shippedHeads = () =>
  shippedPlans().flatMap(id => {
    const { plan } = readPlan(shippedSources(id)!)
    return plan ? [{ id, title: plan.title, issuer: plan.notice.issuer, year: plan.year }] : []
  })

type From = { shipped: string } | { planId: number } | { sources: Record<string, string> }

const sourcesFrom = async (db: Tx, actor: Actor, from: From) => {
  if ('sources' in from) return { sources: from.sources, basedOn: null }
  if ('shipped' in from) {
    const sources = shippedSources(from.shipped)
    if (!sources) throw refuse('plan.unknown', '没有这份随产品提供的方案。', { status: 404 })
    return { sources, basedOn: from.shipped }
  }
  const plan = await loadPlan(db, from.planId)
  if (!plan || !canEditPlan(actor, plan)) throw refuse('not.found', '没有找到这份方案。', { status: 404 })
  return { sources: plan.sources, basedOn: plan.slug }
}

type PlanRow = {
  id: number
  slug: string
  title: string
  updatedAt: string
  version: number | null
  campaignId: number | null
}

const plansWithin = async (db: Db, actor: Actor): Promise<PlanRow[]> => {
  const { rows } = await sql<PlanRow>`
    select p.id, p.slug, p.title, p.updated_at as "updatedAt",
      (select max(version) from selection.plan_version v where v.plan_id = p.id) as version,
      (select max(c.id) from selection.campaign c join selection.plan_version v on v.id = c.plan_version_id
        where v.plan_id = p.id) as "campaignId"
    from selection.plan p join units.unit u on u.id = p.unit_id
    where u.path like ${`${actor.unitPath}%`} order by p.updated_at desc`.execute(db)
  return rows
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

const versionsOf = async (db: Db, planId: number): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    select v.id, v.version, v.hash, v.reason, v.published_at as "publishedAt", n.name as "publishedBy",
      (select c.id from selection.campaign c where c.plan_version_id = v.id) as "campaignId"
    from selection.plan_version v
    left join access.account a on a.id = v.published_by left join units.person n on n.id = a.person_id
    where v.plan_id = ${planId} order by v.version desc`.execute(db)
  return rows
}
