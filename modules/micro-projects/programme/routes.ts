import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { followsProgramme, runsProgramme } from '../permissions.ts'
import { done } from '../project/routes.ts'
import { programmeApi } from '../shared/index.ts'
import { changeProgramme, programmeChanges } from './change.ts'
import { memberRoutes } from './member-routes.ts'
import { findProgramme } from './queries.ts'
import { startProgramme } from './start.ts'

const startsHere = (actor: Actor) => hasRole(actor, 'party-office') && actor.unitId !== null

/** Starting a year, what of it changes, and who is on the villages' lists. */
export const programmeRoutes = (api: Api): void => {
  api.handle(programmeApi.startProgramme, {
    allow: startsHere,
    act: async ({ db, actor, body }) => ({ id: await startProgramme(db, actor, actor.unitId!, body.programme) }),
  })
  api.handle(programmeApi.changeProgramme, {
    load: ({ db, params }) => findProgramme(db, params.id, true),
    allow: runsProgramme,
    act: async ({ db, actor, loaded, body }) => {
      await changeProgramme(db, actor, loaded, body)
      return done
    },
  })
  api.handle(programmeApi.listProgrammeChanges, {
    load: ({ db, params }) => findProgramme(db, params.id),
    allow: followsProgramme,
    act: ({ db, loaded }) => programmeChanges(db, loaded),
  })
  memberRoutes(api)
}
