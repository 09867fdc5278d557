import type { Actor, Api } from '#kernel/access/index.ts'
import { hasRole } from '#kernel/access/index.ts'
import { record, recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { type LoadedHonour, loadHonour, saveStory } from '../../honours/honour.ts'
import { type CommendRun, registerHonours } from '../../honours/register.ts'
import { storySource } from '../../honours/source.ts'
import { setHonourState } from '../../honours/state.ts'
import { loadStageRun } from '../../load.ts'
import { canRunCampaign, organises, seesCampaign } from '../../permissions.ts'
import { saidOf } from '../ballot/held.ts'
import { honourSheet } from './honour-sheet.ts'
import { earlierRoutes, importRoutes } from './import-routes.ts'
import { presentCommendation } from './present.ts'
import { draftResult } from './result.ts'
import * as api from './shared/api.ts'
import { draftStory } from './story.ts'

type Request = { db: Db; params: { id: number; stage: string } }

const load = async ({ db, params }: Request): Promise<CommendRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'commend' ? (run as CommendRun) : undefined
}
const sees = (actor: Actor, { campaign }: CommendRun) => seesCampaign(actor, campaign)
const runs = (actor: Actor, { campaign }: CommendRun) => canRunCampaign(actor, campaign)

const byId = ({ db, params }: { db: Db; params: { id: number } }) => loadHonour(db, params.id)
const writes = (actor: Actor, { campaign }: LoadedHonour) => canRunCampaign(actor, campaign)
/** An honour is taken away by whoever signs, never by a clerk alone. */
const revokes = (actor: Actor, { campaign }: LoadedHonour) => hasRole(actor, 'issuer') && organises(actor, campaign)

const ok = { ok: true as const }

export const routes = (app: Api): void => {
  app.handle(api.getCommendation, {
    load,
    allow: sees,
    act: ({ db, actor, loaded }) => presentCommendation(db, actor, loaded),
  })
  app.handle(api.exportHonours, {
    load,
    allow: sees,
    act: async ({ db, actor, loaded: run }) => {
      const file = await honourSheet(db, run)
      const about = { subjectKind: 'campaign', subjectId: run.campaign.id, detail: { stage: run.key, list: 'honours' } }
      await recordTaking(db, actor, { action: 'selection.commend.export', ...about })
      return excelResponse(file, `${run.campaign.shortTitle}表彰对象名单.xlsx`)
    },
  })
  app.handle(api.registerHonours, {
    load,
    allow: runs,
    act: async ({ db, actor, loaded, body }) => ({ entered: await registerHonours(db, actor, loaded, body.grantedOn) }),
  })
  app.handle(api.draftResult, {
    load,
    allow: runs,
    act: async ({ db, actor, loaded }) => ({ noticeId: await draftResult(db, actor, loaded) }),
  })
  app.handle(api.saveCeremony, {
    load,
    allow: runs,
    act: async ({ db, actor, loaded, body }) => {
      await saveCeremony(db, actor, loaded, body)
      return ok
    },
  })
  honourRoutes(app)
  importRoutes(app)
  earlierRoutes(app)
}

const honourRoutes = (app: Api) => {
  app.handle(api.getStorySource, {
    load: byId,
    allow: writes,
    act: async ({ db, loaded }) => ({ ...(await storySource(db, loaded)), said: await saidAbout(db, loaded) }),
  })
  app.handle(api.saveStory, {
    load: byId,
    allow: writes,
    act: async ({ db, actor, loaded, body }) => {
      await saveStory(db, actor, loaded, body)
      return ok
    },
  })
  app.handle(api.draftStory, {
    load: byId,
    allow: writes,
    act: async ({ db, actor, loaded }) => ({ noticeId: await draftStory(db, actor, loaded) }),
  })
  app.handle(api.setHonourState, {
    load: byId,
    allow: revokes,
    act: async ({ db, actor, loaded, body }) => {
      await setHonourState(db, actor, loaded, body)
      return ok
    },
  })
}

const saidAbout = async (db: Db, { campaign, nominationId }: LoadedHonour) =>
  nominationId === null ? [] : saidOf(db, campaign.id, nominationId)

const saveCeremony = async (tx: Tx, actor: Actor, run: CommendRun, ceremony: api.Ceremony): Promise<void> => {
  await sql`update selection.stage_run set record = record || ${JSON.stringify({ ceremony })}::jsonb
    where id = ${run.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.commend.ceremony',
    subjectKind: 'campaign',
    subjectId: run.campaign.id,
    detail: { stage: run.key },
  })
}
