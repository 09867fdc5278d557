import { Readable } from 'node:stream'
import { type Actor, type Api, publicLink } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { disposition, refuse } from '#platform/http/index.ts'
import { type Campaign, loadCampaign, loadSubmission, type Submission } from '../../load.ts'
import { canRunCampaign, organises, speaksFor, standsAbove } from '../../permissions.ts'
import * as api from '../shared/package-api.ts'
import { askPackage } from './ask.ts'
import { readKept } from './contents.ts'
import { idsFor } from './ids.ts'
import { type LoadedPackage, loadPackage, packagesOf, presentPackage } from './row.ts'

type ById = { db: Db; params: { id: number } }
const bySubmission = ({ db, params }: ById) => loadSubmission(db, params.id)
const byCampaign = ({ db, params }: ById) => loadCampaign(db, params.id)

/** Whole forms, ID numbers and all: for who fills in, receives or checks them, not for who only follows the work. */
const takesUnit = (actor: Actor, submission: Submission) =>
  speaksFor(actor, submission) || standsAbove(actor, submission) || organises(actor, submission)
const takesCampaign = (actor: Actor, campaign: Campaign) => canRunCampaign(actor, campaign)
/** A finished package is fetched by the post that asked for it, as long as it may still ask. */
const fetches = (actor: Actor, work: LoadedPackage) =>
  actor.postId !== null &&
  actor.postId === work.postId &&
  (work.submission ? takesUnit(actor, work.submission) : takesCampaign(actor, work.campaign))

/** A unit takes its own inspections along where the plan entrusts them to it; the organiser what was handed in. */
const inspectionsFor = (actor: Actor, submission: Submission) => {
  if (organises(actor, submission)) return 'handedIn' as const
  const entrusted = submission.plan.stages.some(stage => stage.kind === 'inspect' && stage.entrusted)
  return entrusted && speaksFor(actor, submission) ? ('own' as const) : undefined
}

const siteOf = (requestUrl: string) => publicLink('', requestUrl)

export const packageRoutes = (app: Api): void => {
  unitRoutes(app)
  campaignRoutes(app)
  app.handle(api.downloadPackage, {
    load: ({ db, params }) => loadPackage(db, params.id),
    allow: fetches,
    act: async ({ actor, loaded }) => {
      if (!loaded.sha256) throw refuse('package.gone', '文件还没有生成，或者已超过一周删除，请重新打包。')
      await noteFetched(app.db, actor, loaded)
      return new Response(Readable.toWeb(readKept(loaded.sha256)) as ReadableStream, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': disposition('attachment', safeName(loaded.name, 'zip')),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  })
}

const unitRoutes = (app: Api) => {
  app.handle(api.listUnitPackages, {
    load: bySubmission,
    allow: takesUnit,
    act: async ({ actor, db, loaded: { id, campaignId } }) => ({
      packages: (await packagesOf(db, actor, { campaignId, submissionId: id })).map(presentPackage),
    }),
  })
  app.handle(api.askUnitPackage, {
    load: bySubmission,
    allow: takesUnit,
    act: async ({ actor, db, loaded, body, c }) => {
      const { id: submissionId, campaignId, unitName, shortTitle } = loaded
      const own = speaksFor(actor, loaded)
      const ids = await idsFor(db, { submissions: [submissionId] }, campaignId, own)
      const name = `${shortTitle}-${unitName}-推荐表`
      const inspections = inspectionsFor(actor, loaded)
      const options = { format: body.format, ids, own, ...(inspections && { inspections }) }
      const asked = { kind: 'unit' as const, campaignId, submissionId, options, name, site: siteOf(c.req.url) }
      return { id: await askPackage(db, actor, asked) }
    },
  })
}

const campaignRoutes = (app: Api) => {
  app.handle(api.listCampaignPackages, {
    load: byCampaign,
    allow: takesCampaign,
    act: async ({ actor, db, loaded }) => ({
      packages: (await packagesOf(db, actor, { campaignId: loaded.id })).map(presentPackage),
    }),
  })
  app.handle(api.askCampaignPackage, {
    load: byCampaign,
    allow: takesCampaign,
    act: async ({ actor, db, loaded, body, c }) => {
      const { kind, format, offset } = body
      const ids = kind === 'campaign' || kind === 'archive' ? await idsFor(db, body, loaded.id, false) : undefined
      const name = `${loaded.shortTitle}-${api.packageKinds[kind]}`
      const inspections = kind === 'campaign' && { inspections: 'handedIn' as const }
      const options = { format, ...(ids && { ids }), ...inspections, ...(offset && { offset }) }
      return {
        id: await askPackage(db, actor, { kind, campaignId: loaded.id, options, name, site: siteOf(c.req.url) }),
      }
    },
  })
}

const noteFetched = (db: Db, actor: Actor, { id, kind, campaign }: LoadedPackage) =>
  recordTaking(db, actor, {
    action: 'selection.package.fetch',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { package: id, kind },
  })
