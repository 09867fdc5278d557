import { type Api, only, publicLink } from '#kernel/access/index.ts'
import { qrPicture } from '#kernel/documents/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { everyone } from '#platform/http/index.ts'
import { checksSignatures, worksOn } from '../permissions.ts'
import { findProject } from '../project/load.ts'
import { signatureApi } from '../shared/index.ts'
import { addBackings, takeBackBacking } from './backing.ts'
import { enterCallBack, findCallBack } from './call-back.ts'
import { listCallBacks } from './call-back-queries.ts'
import { proxySigns } from './findings.ts'
import { ensureHousehold } from './household.ts'
import { householdRoutes } from './household-routes.ts'
import { findIssued, issueLink, revokeLink, signByLink } from './link.ts'
import { type OriginOf, type OriginOptions, originBy } from './origin.ts'
import { signOnPaper } from './paper.ts'
import { checksItsProject, seesSignatures, tookPictureFor, worksOnItsProject } from './permissions.ts'
import { presentSignatures, searchHouseholds } from './queries.ts'
import { findPhotographed, presentNumbers } from './sheet-reading.ts'
import { signFaceToFace } from './sign.ts'
import { findSignature, takeBack } from './take-back.ts'

const done = { ok: true as const }
type OfProject = { db: Db; params: { id: number } }
const load = ({ db, params }: OfProject) => findProject(db, params.id)
const lock = ({ db, params }: OfProject) => findProject(db, params.id, true)

export const signatureRoutes = (api: Api, options: OriginOptions = {}): void => {
  readingRoutes(api)
  signingRoutes(api)
  householdRoutes(api)
  takingBackRoutes(api)
  linkRoutes(api, originBy(options))
  callBackRoutes(api)
}

const readingRoutes = (api: Api) => {
  api.handle(signatureApi.getSignatures, {
    load,
    allow: seesSignatures,
    act: ({ db, actor, loaded }) => presentSignatures(db, actor, loaded),
  })
  api.handle(signatureApi.getSigns, {
    load,
    allow: checksSignatures,
    act: async ({ db, loaded }) => ({ findings: await proxySigns(db, loaded) }),
  })
  api.handle(signatureApi.findHouseholds, {
    load,
    allow: worksOn,
    act: async ({ db, actor, loaded, query }) => ({
      households: await searchHouseholds(db, actor, loaded, query.words),
    }),
  })
}

const signingRoutes = (api: Api) => {
  api.handle(signatureApi.readNumbers, {
    load: ({ db, params }) => findPhotographed(db, params.id, params.key),
    allow: tookPictureFor,
    act: ({ db, loaded }) => presentNumbers(db, loaded),
  })
  api.handle(signatureApi.addHousehold, {
    load,
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => {
      const { household, known } = await ensureHousehold(db, actor, loaded, body)
      return { id: household.id, known }
    },
  })
  api.handle(signatureApi.signOnPaper, {
    load: lock,
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => ({ ids: await signOnPaper(db, actor, loaded, body) }),
  })
  api.handle(signatureApi.signFaceToFace, {
    load: lock,
    allow: worksOn,
    act: ({ db, actor, loaded, body }) => signFaceToFace(db, actor, loaded, body),
  })
  api.handle(signatureApi.addBackings, {
    load: lock,
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => {
      await addBackings(db, actor, loaded, body)
      return done
    },
  })
}

const takingBackRoutes = (api: Api) => {
  api.handle(signatureApi.takeBackSignature, {
    load: ({ db, params }) => findSignature(db, params.id),
    allow: worksOnItsProject,
    act: async ({ db, actor, loaded, body }) => {
      await takeBack(db, actor, loaded.project, loaded.id, body.reason)
      return done
    },
  })
  api.handle(signatureApi.takeBackBacking, {
    load: lock,
    allow: worksOn,
    act: async ({ db, actor, loaded, params, body }) => {
      await takeBackBacking(db, actor, loaded, { memberId: params.memberId, reason: body.reason })
      return done
    },
  })
}

const linkRoutes = (api: Api, originOf: OriginOf) => {
  // The address is answered once and must not be kept with the answers for repeated requests: so no stored key here.
  api.handle(signatureApi.issueLink, {
    streams: true,
    load,
    allow: worksOn,
    act: async ({ actor, c, loaded, body }) => {
      const { token, ...issued } = await inTransaction(api.db, async tx =>
        issueLink(tx, actor, (await findProject(tx, loaded.id, true))!, body.household, originOf(c, loaded.id)),
      )
      const address = publicLink(`/sign/${token}`, c.req.url)
      const qr = `data:image/png;base64,${Buffer.from(await qrPicture(address)).toString('base64')}`
      return { ...issued, address, qr }
    },
  })
  api.handle(signatureApi.revokeLink, {
    load: ({ db, params }) => findIssued(db, params.id),
    allow: worksOnItsProject,
    act: async ({ db, actor, loaded, params }) => {
      await revokeLink(db, actor, params.id, loaded.project.id, loaded.householdId)
      return done
    },
  })
  api.handle(signatureApi.signByLink, {
    allow: everyone('the token of a link, and what only the household knows, let it sign once'),
    act: ({ db, body, actor, c }) =>
      signByLink(db, body, { originOf: id => originOf(c, id), accountId: actor?.accountId ?? null }),
  })
}

const callBackRoutes = (api: Api) => {
  api.handle(signatureApi.listCallBacks, {
    allow: only('party-office'),
    act: ({ db, actor, query }) => listCallBacks(db, actor, query),
  })
  api.handle(signatureApi.enterCallBack, {
    load: ({ db, params }) => findCallBack(db, params.id),
    allow: checksItsProject,
    act: async ({ db, actor, loaded, body }) => {
      await enterCallBack(db, actor, loaded, body)
      return done
    },
  })
}
