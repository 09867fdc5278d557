import { type Actor, type Api, hasRole, reaches } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { unitById } from '#kernel/units/index.ts'
import { grantAllowances } from '../money/account.ts'
import { followsProgramme, isStaffOf, runsProgramme } from '../permissions.ts'
import { done } from '../project/routes.ts'
import { memberApi, programmeApi } from '../shared/index.ts'
import { changeProgramme, programmeChanges } from './change.ts'
import { addMember, memberById, removeMember } from './members.ts'
import { findProgramme, programmesFor } from './queries.ts'
import { startProgramme } from './start.ts'

const startsHere = (actor: Actor) => hasRole(actor, 'party-office') && actor.unitId !== null

const keepsList = (actor: Actor, village: { id: number; path: string }) =>
  (hasRole(actor, 'village-staff') && actor.unitId === village.id) ||
  (hasRole(actor, 'party-office') && reaches(actor, village.path))

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
  api.handle(memberApi.addMember, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: keepsList,
    act: async ({ db, actor, loaded, body }) => {
      const id = await addMember(db, { villageId: loaded.id, ...body })
      await record(db, actor, { action: 'micro.member.add', subjectKind: 'micro.member', subjectId: id })
      for (const programme of await programmesFor(db, actor)) await grantAllowances(db, programme.id)
      return { id }
    },
  })
  api.handle(memberApi.removeMember, {
    load: ({ db, params }) => memberById(db, params.id),
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await removeMember(db, actor, loaded, body.reason)
      return done
    },
  })
}
