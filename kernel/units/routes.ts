import { record } from '#kernel/audit/index.ts'
import { type HttpApi, signedIn } from '#platform/http/index.ts'
import { type ContactAccounts, importRoutes } from './import/routes.ts'
import { canEditUnit, canMoveUnit, canSeeUnit, canSwitchUnit, type UnitActor } from './permissions.ts'
import { listLevel, searchByName, unitById, unitDetail } from './queries.ts'
import { addUnitBelow, editUnit, getUnit, listUnits, moveUnit, searchUnits, setUnitActive } from './shared/api.ts'
import { holdTree } from './tree-lock.ts'
import { addUnitBelowParent, changeUnit, moveUnitTo, switchUnit } from './unit.ts'

const done = { ok: true as const }

export type UnitsApi = HttpApi<UnitActor>

/**
 * The tree of units: reading, changing, import and export.
 * @param accounts how contacts in an imported file get their accounts; the room of accounts gives it
 */
export const unitRoutes = (api: UnitsApi, accounts: ContactAccounts): void => {
  // Fixed paths first: the router takes the first that fits, and `{id}` would take them all.
  importRoutes(api, accounts)
  readingRoutes(api)
  changingRoutes(api)
  placingRoutes(api)
}

const readingRoutes = (api: UnitsApi) => {
  api.handle(listUnits, {
    allow: signedIn,
    act: async ({ db, actor, query }) => ({ units: await listLevel(db, actor, query.parentId) }),
  })
  api.handle(searchUnits, { allow: signedIn, act: ({ db, actor, query }) => searchByName(db, actor, query.q) })
  api.handle(getUnit, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: canSeeUnit,
    act: async ({ db, actor, params }) => (await unitDetail(db, actor, params.id))!,
  })
}

const changingRoutes = (api: UnitsApi) => {
  api.handle(addUnitBelow, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: canEditUnit,
    act: async ({ db, actor, params, body }) => {
      const id = await addUnitBelowParent(db, params.id, body)
      await record(db, actor, { action: 'units.unit.add', subjectKind: 'unit', subjectId: id, detail: body })
      return { id }
    },
  })
  api.handle(editUnit, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: canEditUnit,
    act: async ({ db, actor, params, body, loaded }) => {
      await changeUnit(db, params.id, body.version, body.unit)
      const detail = { from: loaded, to: body.unit }
      await record(db, actor, { action: 'units.unit.edit', subjectKind: 'unit', subjectId: params.id, detail })
      return done
    },
  })
}

const placingRoutes = (api: UnitsApi) => {
  api.handle(moveUnit, {
    load: async ({ db, params, body }) => {
      // Held before reading, so that what is allowed is judged by where both stand when it happens.
      await holdTree(db)
      const [unit, parent] = [await unitById(db, params.id), await unitById(db, body.parentId)]
      return unit && parent ? { unit, parent } : null
    },
    allow: canMoveUnit,
    act: async ({ db, actor, params, body, loaded }) => {
      await moveUnitTo(db, params.id, body.parentId)
      const detail = { from: loaded.unit.parentId, to: body.parentId }
      await record(db, actor, { action: 'units.unit.move', subjectKind: 'unit', subjectId: params.id, detail })
      return done
    },
  })
  api.handle(setUnitActive, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: canSwitchUnit,
    act: async ({ db, actor, params, body }) => {
      await switchUnit(db, params.id, body.active)
      const action = body.active ? 'units.unit.restore' : 'units.unit.close'
      await record(db, actor, { action, subjectKind: 'unit', subjectId: params.id })
      return done
    },
  })
}
