import { record } from '#kernel/audit/index.ts'
import { unitRoutes } from '#kernel/units/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import type { Api } from '../actor.ts'
import {
  addHolder,
  addUnitPost,
  editPerson,
  editPost,
  listUnitAccounts,
  resetPassword,
  setAccountActive,
  vacatePost,
} from '../shared/administration-api.ts'
import { addPersonOnPost, issuePassword, switchAccount } from './accounts.ts'
import { contactAccounts } from './contact-accounts.ts'
import { administers, administersOther, administersPerson } from './permissions.ts'
import { addPostToUnit, changePost, vacate } from './posts.ts'
import { accountsOfUnit, findAccount, findPerson, findPost, findUnit } from './queries.ts'

const done = { ok: true as const }

/** Units, posts, people and accounts, for the administrator of a unit and all below it. */
export const administrationRoutes = (api: Api): void => {
  unitRoutes(api, contactAccounts)
  postRoutes(api)
  holderRoutes(api)
  accountRoutes(api)
}

const postRoutes = (api: Api) => {
  api.handle(addUnitPost, {
    load: ({ db, params }) => findUnit(db, params.id),
    allow: administers,
    act: async ({ db, actor, params, body }) => ({ id: await addPostToUnit(db, actor, params.id, body) }),
  })
  api.handle(editPost, {
    load: ({ db, params }) => findPost(db, params.id),
    allow: administers,
    act: async ({ db, actor, loaded, body }) => {
      await changePost(db, actor, loaded, body)
      return done
    },
  })
}

const holderRoutes = (api: Api) => {
  // A password is answered once and must not be kept with the answers for repeated requests: so no stored key here.
  api.handle(addHolder, {
    streams: true,
    load: ({ db, params }) => findPost(db, params.id),
    allow: administers,
    act: ({ actor, loaded, body }) => inTransaction(api.db, tx => addPersonOnPost(tx, actor, loaded, body)),
  })
  api.handle(vacatePost, {
    load: ({ db, params }) => findPost(db, params.id),
    allow: administers,
    act: async ({ db, actor, params }) => {
      await vacate(db, actor, params.id, params.rank)
      return done
    },
  })
  api.handle(editPerson, {
    load: ({ db, params }) => findPerson(db, params.id),
    allow: administersPerson,
    act: async ({ db, actor, params, body }) => {
      await sql`update units.person set name = ${body.name}, phone = ${body.phone} where id = ${params.id}`.execute(db)
      await record(db, actor, { action: 'access.person.edit', subjectKind: 'person', subjectId: params.id })
      return done
    },
  })
}

const accountRoutes = (api: Api) => {
  api.handle(listUnitAccounts, {
    load: ({ db, params }) => findUnit(db, params.id),
    allow: administers,
    act: async ({ db, params }) => ({ accounts: await accountsOfUnit(db, params.id) }),
  })
  api.handle(resetPassword, {
    streams: true,
    load: ({ db, params }) => findAccount(db, params.id),
    allow: administersOther,
    act: ({ actor, loaded }) => inTransaction(api.db, tx => issuePassword(tx, actor, loaded)),
  })
  api.handle(setAccountActive, {
    load: ({ db, params }) => findAccount(db, params.id),
    allow: administersOther,
    act: async ({ db, actor, params, body }) => {
      await switchAccount(db, actor, params.id, body.active)
      return done
    },
  })
}
