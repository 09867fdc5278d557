import type { Actor, Api } from '#kernel/access/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { everyone } from '#platform/http/index.ts'
import { issueNotice, withdrawNotice } from './issue.ts'
import { approveNotice, reload, returnNotice, reviseNotice, saveNotice, sendNotice } from './notice.ts'
import { listNotices, presentNotice } from './notice-queries.ts'
import { findNotice, findPublicNotice, type NoticeRow } from './notice-row.ts'
import { mayIssue, mayRead, mayReturn, mayReview, mayWrite } from './permissions.ts'
import { proveNotice } from './proof.ts'
import * as api from './shared/notice-api.ts'

type ById = { db: Tx; params: { id: number } }
const locked = ({ db, params }: ById) => findNotice(db, params.id, true)

const answer = async (tx: Tx, id: number) => ({ id, state: (await reload(tx, id)).state })

/** 拟稿—审核—签发 in the desk, and the public proof. */
export const noticeRoutes = (app: Api): void => {
  app.handle(api.listNotices, { allow: seesNotices, act: ({ db, actor, query }) => listNotices(db, actor, query) })
  app.handle(api.getNotice, {
    load: ({ db, params }) => findNotice(db, params.id),
    allow: mayRead,
    act: ({ db, actor, loaded }) => presentNotice(db, actor, loaded),
  })
  app.handle(api.saveNotice, {
    load: locked,
    allow: mayWrite,
    act: async ({ db, actor, loaded, body }) => {
      const contentHash = await saveNotice(db, actor, loaded, body)
      return { id: loaded.id, state: loaded.state, contentHash }
    },
  })
  app.handle(api.reviseNotice, {
    load: locked,
    allow: mayWrite,
    act: async ({ db, actor, loaded }) => answer(db, await reviseNotice(db, actor, loaded)),
  })
  app.handle(api.getProof, {
    load: ({ db, params }) => findPublicNotice(db, params.code),
    allow: everyone('anyone may verify that an issued notice stood unchanged'),
    act: ({ db, loaded }) => proveNotice(db, loaded),
  })
  stepRoutes(app)
}

const stepRoutes = (app: Api) => {
  app.handle(api.sendNotice, {
    load: locked,
    allow: mayWrite,
    act: ({ db, actor, loaded }) => done(db, loaded, sendNotice(db, actor, loaded)),
  })
  app.handle(api.approveNotice, {
    load: locked,
    allow: mayReview,
    act: ({ db, actor, loaded }) => done(db, loaded, approveNotice(db, actor, loaded)),
  })
  app.handle(api.returnNotice, {
    load: locked,
    allow: mayReturn,
    act: ({ db, actor, loaded, body }) => done(db, loaded, returnNotice(db, actor, loaded, body.comment)),
  })
  app.handle(api.issueNotice, {
    load: locked,
    allow: mayIssue,
    act: ({ db, actor, loaded }) => done(db, loaded, issueNotice(db, actor, loaded)),
  })
  app.handle(api.withdrawNotice, {
    load: locked,
    allow: mayIssue,
    act: ({ db, actor, loaded, body }) => done(db, loaded, withdrawNotice(db, actor, loaded, body.reason)),
  })
}

const done = async (tx: Tx, { id }: NoticeRow, work: Promise<void>) => {
  await work
  return answer(tx, id)
}

/** A post with a unit; the list itself holds what is in its reach. */
const seesNotices = (actor: Actor) => actor.unitId !== null && actor.kind === 'account'
