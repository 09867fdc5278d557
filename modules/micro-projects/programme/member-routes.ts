import { type Actor, type Api, hasRole, reaches } from '#kernel/access/index.ts'
import { unitById } from '#kernel/units/index.ts'
import { businessToday, type Db, type Tx } from '#platform/db/index.ts'
import { grantAllowances } from '../money/account.ts'
import { isStaffOf } from '../permissions.ts'
import { done } from '../project/routes.ts'
import { memberApi } from '../shared/index.ts'
import { correctMember } from './correct-member.ts'
import { addMember, readmitMember, removeMember } from './keep-members.ts'
import { freeLogins, linkLogin } from './member-account.ts'
import { findMember, listMembers } from './members.ts'
import { programmesFor } from './queries.ts'

const keepsList = (actor: Actor, village: { id: number; path: string }) =>
  (hasRole(actor, 'village-staff') && actor.unitId === village.id) ||
  (hasRole(actor, 'party-office') && reaches(actor, village.path))

type OfMember = { db: Db; params: { id: number } }
const load = (active: boolean) => async (asked: OfMember) => {
  const member = await findMember(asked.db, asked.params.id)
  return member?.active === active ? member : undefined
}

/** Who joined, came back or became something more gets this year's allowance; a year that is over stays as it was. */
const grantTo = async (tx: Tx, actor: Actor) => {
  const year = Number((await businessToday(tx)).slice(0, 4))
  for (const { id, programme } of await programmesFor(tx, actor))
    if (programme.year >= year) await grantAllowances(tx, id)
}

/** Who is on the villages' lists, and what their own staff correct in them. */
export const memberRoutes = (api: Api): void => {
  api.handle(memberApi.listMembers, {
    load: async ({ db, params }) => {
      const village = await unitById(db, params.id)
      return village && { villageId: village.id }
    },
    allow: isStaffOf,
    act: async ({ db, loaded: { villageId } }) => ({
      rows: await listMembers(db, villageId),
      logins: await freeLogins(db, villageId),
    }),
  })
  api.handle(memberApi.addMember, {
    load: ({ db, params }) => unitById(db, params.id),
    allow: keepsList,
    act: async ({ db, actor, loaded, body }) => {
      const id = await addMember(db, { villageId: loaded.id, ...body }, actor)
      await grantTo(db, actor)
      return { id }
    },
  })
  api.handle(memberApi.correctMember, {
    load: load(true),
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await correctMember(db, actor, loaded, body)
      await grantTo(db, actor)
      return done
    },
  })
  api.handle(memberApi.linkMember, {
    load: load(true),
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await linkLogin(db, actor, loaded, body.accountId)
      return done
    },
  })
  api.handle(memberApi.removeMember, {
    load: load(true),
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await removeMember(db, actor, loaded, body.reason)
      return done
    },
  })
  api.handle(memberApi.readmitMember, {
    load: load(false),
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await readmitMember(db, actor, loaded, body.reason)
      await grantTo(db, actor)
      return done
    },
  })
}
