import type { Api } from '#kernel/access/index.ts'
import { unitById } from '#kernel/units/index.ts'
import { containing, type Db, sql } from '#platform/db/index.ts'
import { isStaffOf } from '../permissions.ts'
import type { ListedHousehold } from '../shared/api/households.ts'
import { householdApi, signatureApi } from '../shared/index.ts'
import { correctHousehold, findHousehold } from './household.ts'
import { mergeHousehold, strikeHousehold } from './merge.ts'

const done = { ok: true as const }
type OfHousehold = { db: Db; params: { id: number } }
const load = ({ db, params }: OfHousehold) => findHousehold(db, params.id)

/** The list of a village's households, and what its own staff correct in it. */
export const householdRoutes = (api: Api): void => {
  api.handle(householdApi.listHouseholds, {
    load: async ({ db, params }) => {
      const village = await unitById(db, params.id)
      return village && { villageId: village.id }
    },
    allow: isStaffOf,
    act: ({ db, loaded, query }) => listHouseholds(db, loaded.villageId, query),
  })
  api.handle(signatureApi.correctHousehold, {
    load,
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await correctHousehold(db, actor, loaded, body)
      return done
    },
  })
  api.handle(householdApi.mergeHousehold, {
    load,
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => ({ struckSignatures: await mergeHousehold(db, actor, loaded, body) }),
  })
  api.handle(householdApi.strikeHousehold, {
    load,
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await strikeHousehold(db, actor, loaded, body.reason)
      return done
    },
  })
}

const PAGE = 50

type Asked = { words: string; after?: number | undefined }

const listHouseholds = async (db: Db, villageId: number, { words, after }: Asked) => {
  const found = sql`from micro.household h where h.village_id = ${villageId} and h.struck_at is null
    and (${words} = '' or h.head like ${containing(words)} or h.door like ${containing(words)} or h.phone = ${words})`
  const { rows } = await sql<ListedHousehold>`
    select h.id, h.head, h.door, h.phone, (select count(*)::int from micro.signature s
      where s.household_id = h.id and s.taken_back_at is null) as signatures ${found}
      and (${after ?? null}::bigint is null or (h.head, h.id) > (select o.head, o.id from micro.household o
        where o.id = ${after ?? null}))
    order by h.head, h.id limit ${PAGE + 1}`.execute(db)
  const { rows: all } = await sql<{ n: number }>`select count(*)::int as n ${found}`.execute(db)
  const shown = rows.slice(0, PAGE)
  return { rows: shown, next: rows.length > PAGE ? shown.at(-1)!.id : null, total: all[0]!.n }
}
