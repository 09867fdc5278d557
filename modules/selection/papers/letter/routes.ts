import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { renderPdf, withEvenImprint } from '#kernel/documents/index.ts'
import { businessToday, type Db } from '#platform/db/index.ts'
import { type Campaign, loadCampaign } from '../../load.ts'
import { canRunCampaign, organises } from '../../permissions.ts'
import { bannerOf } from '../banner.ts'
import { paperResponse } from '../render.ts'
import * as api from '../shared/letter-api.ts'
import { letterDocument } from './document.ts'
import {
  draftLetter,
  issueLetter,
  type Letter,
  lettersOf,
  loadLetter,
  organsOf,
  presentLetter,
  saveLetter,
  voidLetter,
} from './letter.ts'

type ById = { db: Db; params: { id: number } }
const byId = ({ db, params }: ById) => loadLetter(db, params.id)
const ofCampaign = ({ db, params }: ById) => loadCampaign(db, params.id)

const writes = (actor: Actor, { campaign }: Letter) => canRunCampaign(actor, campaign)
const reads = (actor: Actor, { campaign }: Letter) => organises(actor, campaign)
/** A number is given by whoever signs. */
const issues = (actor: Actor, { campaign }: Letter) => mayIssue(actor, campaign)
const mayIssue = (actor: Actor, campaign: Campaign) => hasRole(actor, 'issuer') && organises(actor, campaign)
const voids = (actor: Actor, letter: Letter) =>
  letter.state === 'draft' ? canRunCampaign(actor, letter.campaign) : mayIssue(actor, letter.campaign)

const permissionsOf = (actor: Actor, campaign: Campaign) => ({
  write: canRunCampaign(actor, campaign),
  issue: mayIssue(actor, campaign),
})
const done = { ok: true as const }

export const letterRoutes = (app: Api): void => {
  listRoutes(app)
  oneRoutes(app)
  numberRoutes(app)
}

const listRoutes = (app: Api) => {
  app.handle(api.listLetters, {
    load: ofCampaign,
    allow: organises,
    act: async ({ actor, db, loaded }) => ({
      letters: await lettersOf(db, loaded.id),
      permissions: permissionsOf(actor, loaded),
    }),
  })
  app.handle(api.draftLetter, {
    load: ofCampaign,
    allow: canRunCampaign,
    act: async ({ actor, db, loaded, body }) => ({ id: await draftLetter(db, actor, loaded, body.kind) }),
  })
}

const oneRoutes = (app: Api) => {
  app.handle(api.getLetter, {
    load: byId,
    allow: reads,
    act: async ({ actor, db, loaded }) => ({
      ...presentLetter(loaded),
      campaignId: loaded.campaignId,
      campaignTitle: loaded.campaign.shortTitle,
      content: loaded.content,
      revision: loaded.revision,
      organs: await organsOf(db, loaded.campaign),
      today: await businessToday(db),
      permissions: permissionsOf(actor, loaded.campaign),
    }),
  })
  app.handle(api.saveLetter, {
    load: byId,
    allow: writes,
    act: async ({ actor, db, loaded, body }) => ({ ...done, revision: await saveLetter(db, actor, loaded, body) }),
  })
  app.handle(api.downloadLetter, {
    load: byId,
    allow: reads,
    act: async ({ actor, db, loaded, params: { format } }) => {
      const document = letterDocument(loaded, await businessToday(db), await bannerOf(db))
      const even = withEvenImprint(document, (await renderPdf(document)).pages)
      const file = await paperResponse(even, format, loaded.title)
      const about = { subjectKind: 'letter', subjectId: loaded.id, detail: { format } }
      await recordTaking(db, actor, { action: 'selection.letter.paper', ...about })
      return file
    },
  })
}

const numberRoutes = (app: Api) => {
  app.handle(api.issueLetter, {
    load: byId,
    allow: issues,
    act: async ({ actor, db, loaded, body }) => ({ number: await issueLetter(db, actor, loaded, body) }),
  })
  app.handle(api.voidLetter, {
    load: byId,
    allow: voids,
    act: async ({ actor, db, loaded, body }) => {
      await voidLetter(db, actor, loaded, body.reason)
      return done
    },
  })
}
