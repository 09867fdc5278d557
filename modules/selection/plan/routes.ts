import type { Actor, Api } from '#kernel/access/index.ts'
import { hasRole, reaches } from '#kernel/access/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { startCampaign } from '../campaign/campaign.ts'
import { changeCampaignVersion } from '../campaign/version.ts'
import { loadCampaign } from '../load.ts'
import { canPlan, canRunCampaign } from '../permissions.ts'
import { type PlanSources, planChanges, plansApi, readPlan, writePlan } from '../shared/index.ts'
import { download, zipped } from './files.ts'
import { addPlan, faulty, loadPlan, type PlanDraft, publishPlan, savePlan } from './plan.ts'
import { campaignOn, frozen, plansWithin, versionsOf } from './queries.ts'
import { rehearsalOf } from './rehearsal.ts'
import { shippedPlan, shippedPlanIds, shippedSources } from './shelf.ts'
import { inAnotherYear, movedStages } from './year.ts'

const canEditPlan = (actor: Actor, plan: PlanDraft) => hasRole(actor, 'organiser') && reaches(actor, plan.unitPath)
const load = ({ db, params }: { db: Tx; params: { id: number } }) => loadPlan(db, params.id)

export const planRoutes = (api: Api): void => {
  shelfRoutes(api)
  draftRoutes(api)
  versionRoutes(api)
}

const shelfRoutes = (api: Api) => {
  api.handle(plansApi.listPlans, {
    allow: canPlan,
    act: async ({ actor, db }) => ({ shipped: await shippedHeads(), plans: await plansWithin(db, actor) }),
  })
  api.handle(plansApi.addPlan, {
    allow: canPlan,
    act: async ({ actor, db, body }) => {
      const { sources, basedOn } = await sourcesFrom(db, actor, body.from)
      if (body.year === undefined) return { id: await addPlan(db, actor, { sources, basedOn }), notes: [] }
      const copy = inAnotherYear(sources, body.year, await loadCalendar(db), body.slug)
      return { id: await addPlan(db, actor, { sources: copy.sources, basedOn }), notes: copy.check }
    },
  })
  api.handle(plansApi.previewYear, {
    allow: canPlan,
    streams: true,
    act: async ({ actor, db, body }) => {
      const { sources } = await sourcesFrom(db, actor, body.from)
      const copy = inAnotherYear(sources, body.year, await loadCalendar(db))
      return { slug: copy.plan.id, stages: movedStages(copy), notes: copy.check }
    },
  })
}

const draftRoutes = (api: Api) => {
  api.handle(plansApi.getPlan, {
    load,
    allow: canEditPlan,
    act: async ({ db, loaded }) => ({
      ...loaded,
      sources: { ...loaded.sources },
      faults: readPlan(loaded.sources, await loadCalendar(db)).faults,
      versions: await versionsOf(db, loaded.id),
      campaignId: await campaignOn(db, loaded.id),
    }),
  })
  api.handle(plansApi.savePlan, {
    load,
    allow: canEditPlan,
    act: async ({ db, body, loaded }) => ({
      revision: await savePlan(db, loaded, body),
      faults: readPlan(body.sources, await loadCalendar(db)).faults,
    }),
  })
  api.handle(plansApi.rehearsePlan, {
    load,
    allow: canEditPlan,
    act: async ({ actor, db, loaded, query: { version } }) => {
      const { sources } = version ? await frozenOf(db, loaded, version) : loaded
      return rehearsalOf(db, actor, { sources, planId: loaded.id })
    },
  })
  api.handle(plansApi.rehearseText, {
    allow: canPlan,
    streams: true,
    act: ({ actor, db, body }) => rehearsalOf(db, actor, body),
  })
}

const versionRoutes = (api: Api) => {
  api.handle(plansApi.publishPlan, {
    load,
    allow: canEditPlan,
    act: ({ actor, db, body, loaded }) => publishPlan(db, actor, loaded, body.reason, body.hash),
  })
  api.handle(plansApi.comparePlan, {
    load,
    allow: canEditPlan,
    act: async ({ db, loaded, query }) => {
      const before = await contentOf(db, loaded, query.from)
      return { changes: planChanges(before, await contentOf(db, loaded, query.to)) }
    },
  })
  api.handle(plansApi.downloadPlan, {
    load,
    allow: canEditPlan,
    act: async ({ db, loaded, query }) => {
      const name = query.version ? `${loaded.slug}-v${query.version}` : loaded.slug
      if (query.as === 'yaml') {
        const text = writePlan(await contentOf(db, loaded, query.version))
        return download(text, `${name}.yaml`, 'application/yaml; charset=utf-8')
      }
      const sources = query.version ? (await frozenOf(db, loaded, query.version)).sources : loaded.sources
      return download(zipped(sources), `${name}.zip`, 'application/zip')
    },
  })
  api.handle(plansApi.startCampaign, {
    load: ({ db, body }) => loadVersion(db, body.planVersionId),
    allow: canStart,
    act: async ({ actor, db, loaded }) => ({ id: await startCampaign(db, actor, loaded) }),
  })
  api.handle(plansApi.changeVersion, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: canRunCampaign,
    act: ({ actor, db, body, loaded }) => changeCampaignVersion(db, actor, loaded, body.planVersionId),
  })
}

const frozenOf = async (db: Tx, { id }: PlanDraft, version: number) => {
  const found = await frozen(db, id, version)
  if (!found) throw refuse('not.found', `这份方案没有第${version}版。`, { status: 404 })
  return found
}

/** A version as it was frozen; without a number the draft, which must check. */
const contentOf = async (db: Tx, draft: PlanDraft, version: number | undefined) => {
  if (version !== undefined) return (await frozenOf(db, draft, version)).content
  const { plan, faults } = readPlan(draft.sources, await loadCalendar(db))
  if (!plan) throw faulty(faults)
  return plan
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

type Head = { id: string; title: string; issuer: string; year: number }
let heads: Promise<Head[]> | undefined

/** The shipped plans do not change while the server runs: read once. */
const shippedHeads = (): Promise<Head[]> => {
  heads ??= shippedPlanIds().then(ids => Promise.all(ids.map(headOf)))
  return heads
}

const headOf = async (id: string): Promise<Head> => {
  const { title, notice, year } = await shippedPlan(id)
  return { id, title, issuer: notice.issuer, year }
}

type From = { shipped: string } | { planId: number } | { sources: Record<string, string> }

const sourcesFrom = async (
  db: Tx,
  actor: Actor,
  from: From,
): Promise<{ sources: PlanSources; basedOn: string | null }> => {
  if ('sources' in from) return { sources: from.sources, basedOn: null }
  if ('shipped' in from) {
    const known = (await shippedPlanIds()).includes(from.shipped)
    if (!known) throw refuse('plan.unknown', '没有这份随产品提供的方案。', { status: 404 })
    return { sources: await shippedSources(from.shipped), basedOn: from.shipped }
  }
  const plan = await loadPlan(db, from.planId)
  if (!plan || !canEditPlan(actor, plan)) throw refuse('not.found', '没有找到这份方案。', { status: 404 })
  return { sources: plan.sources, basedOn: plan.slug }
}
