import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { findFile, serveFile } from '#kernel/files/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findNotice } from './notice-row.ts'
import { concludeObjection, receiveObjection, replyToPoints, sendPoints } from './objection.ts'
import { listChecks, listObjections, presentObjection } from './objection-queries.ts'
import { findObjection, type ObjectionRecord } from './objection-row.ts'
import { answersFor, answersPoints, isObjectionOfficer } from './permissions.ts'
import * as api from './shared/objection-api.ts'

type ById = { db: Tx; params: { id: number } }
const locked = ({ db, params }: ById) => findObjection(db, params.id, true)
const answer = async (tx: Tx, id: number) => ({ id, state: (await findObjection(tx, id))!.state })

/** Objections: the receiving unit's officers see the case, the unit concerned its points. */
export const objectionRoutes = (app: Api): void => {
  officerRoutes(app)
  handlingRoutes(app)
  checkRoutes(app)
}

const officerRoutes = (app: Api) => {
  app.handle(api.listObjections, {
    allow: (actor: Actor) => hasRole(actor, 'objection-officer'),
    act: ({ db, actor, query }) => listObjections(db, actor, query),
  })
  app.handle(api.getObjection, {
    load: ({ db, params }) => findObjection(db, params.id),
    allow: isObjectionOfficer,
    act: ({ db, loaded }) => presentObjection(db, loaded),
  })
  app.handle(api.readEvidence, {
    load: async ({ db, params }) => {
      const objection = await findObjection(db, params.id)
      const file = objection && (await evidenceOf(db, objection, params.key))
      return file && { file, unitId: objection.unitId }
    },
    allow: isObjectionOfficer,
    act: async ({ actor, db, loaded, params: { id, key }, query }) => {
      const about = { subjectKind: 'objection', subjectId: id, detail: { file: key } }
      await recordTaking(db, actor, { action: 'publicity.objection.evidence', ...about })
      return serveFile(loaded.file, query)
    },
  })
}

const evidenceOf = async (db: Db, objection: ObjectionRecord, key: string) => {
  const file = await findFile(db, key)
  return file && objection.evidence.includes(file.id) ? file : undefined
}

const handlingRoutes = (app: Api) => {
  app.handle(api.enterObjection, {
    load: ({ db, params }) => findNotice(db, params.id),
    allow: isObjectionOfficer,
    act: async ({ db, actor, loaded, body }) => {
      const { id, receipt } = await receiveObjection(db, loaded, { ...body, uploader: actor, enteredBy: actor })
      return { ...(await answer(db, id)), receipt }
    },
  })
  app.handle(api.sendPoints, {
    load: locked,
    allow: isObjectionOfficer,
    act: async ({ db, actor, loaded, body }) => {
      await requireUnit(db, body.unitId)
      await sendPoints(db, actor, loaded, body)
      return answer(db, loaded.id)
    },
  })
  app.handle(api.concludeObjection, {
    load: locked,
    allow: isObjectionOfficer,
    act: async ({ db, actor, loaded, body }) => {
      await concludeObjection(db, actor, loaded, { ...body, by: actor.accountId })
      return answer(db, loaded.id)
    },
  })
}

const requireUnit = async (db: Db, id: number): Promise<void> => {
  const { rows } = await sql`select id from units.unit where id = ${id} and active`.execute(db)
  if (!rows[0]) throw refuse('unit.unknown', '没有这个单位，请重新选择。', { status: 422 })
}

const checkRoutes = (app: Api) => {
  app.handle(api.listChecks, {
    allow: answersPoints,
    act: ({ db, actor, query }) => listChecks(db, actor, query.after),
  })
  app.handle(api.replyToCheck, {
    load: locked,
    allow: answersFor,
    act: async ({ db, actor, loaded, body }) => {
      await replyToPoints(db, actor, loaded, body.reply)
      return answer(db, loaded.id)
    },
  })
}
