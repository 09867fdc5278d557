import { sql, type Tx } from '#platform/db/index.ts'
import type { ContactStep } from './contacts.ts'
import type { Held } from './held.ts'
import type { ImportPlan, UnitStep } from './plan.ts'
import type { ContactAccounts } from './routes.ts'

/** Writes a plan: one statement for each level of the tree, and one for each kind of row, however many rows. */
export const applyPlan = async (tx: Tx, plan: ImportPlan, held: Held, accounts: ContactAccounts): Promise<void> => {
  const ids = new Map([...held.units].map(([key, { id }]) => [key, id]))
  for (const level of levels(plan.adds)) await addLevel(tx, level, ids)
  await updateUnits(tx, plan)
  await placeContacts(tx, plan.contacts, ids, accounts)
}

const levels = (adds: readonly UnitStep[]): UnitStep[][] =>
  [...Map.groupBy(adds, ({ key }) => key.split('/').length)].sort(([a], [b]) => a - b).map(([, steps]) => steps)

const addLevel = async (tx: Tx, steps: UnitStep[], ids: Map<string, number>) => {
  const parents = new Map(steps.map(({ parentKey }) => [ids.get(parentKey)!, parentKey]))
  const rows = steps.map(({ parentKey, values }) => ({ ...values, parentId: ids.get(parentKey) }))
  const added = await sql<{ id: number; parentId: number; name: string }>`
    insert into units.unit (parent_id, name, full_name, kind, region_code, sort_no, population, population_basis)
    select "parentId", name, name, kind, "regionCode", "sortNo", population, "populationBasis"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("parentId" bigint, name text, kind text,
      "regionCode" text, "sortNo" int, population int, "populationBasis" text)
    returning id, parent_id as "parentId", name`.execute(tx)
  for (const { id, parentId, name } of added.rows) ids.set(`${parents.get(parentId)}/${name}`, id)
}

const updateUnits = async (tx: Tx, { updates }: ImportPlan) => {
  if (updates.length === 0) return
  const rows = updates.map(({ id, values }) => ({ id, ...values }))
  await sql`
    update units.unit u set region_code = r."regionCode", sort_no = r."sortNo", population = r.population,
      population_basis = r."populationBasis"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id bigint, "regionCode" text, "sortNo" int,
      population int, "populationBasis" text)
    where u.id = r.id`.execute(tx)
}

type Placed = ContactStep & { unitId: number; postId: number; personId: number; newPost: boolean; newPerson: boolean }

const placeContacts = async (tx: Tx, steps: ContactStep[], ids: Map<string, number>, accounts: ContactAccounts) => {
  if (steps.length === 0) return
  const [posts, people] = [await newIds(tx, 'units.post', steps.length), await newIds(tx, 'units.person', steps.length)]
  const placed: Placed[] = steps.map((step, n) => ({
    ...step,
    unitId: ids.get(step.unitKey)!,
    postId: step.postId ?? posts[n]!,
    personId: step.personId ?? people[n]!,
    newPost: step.postId === null,
    newPerson: step.personId === null,
  }))
  await addPosts(tx, placed, accounts.roles)
  await seatPeople(tx, placed)
  await accounts.open(
    tx,
    placed.flatMap(({ personId, login }) => (login ? [{ personId, login }] : [])),
  )
}

/** Ids taken ahead, so that rows of several tables can be written at once. */
const newIds = async (tx: Tx, table: string, count: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map(({ id }) => id)
}

const addPosts = (tx: Tx, placed: Placed[], roles: readonly string[]) =>
  sql`
  insert into units.post (id, unit_id, title, roles) overriding system value
  select "postId", "unitId", title, ${roles}::text[]
  from jsonb_to_recordset(${JSON.stringify(placed.filter(({ newPost }) => newPost))}::jsonb)
    as r ("postId" bigint, "unitId" bigint, title text)`.execute(tx)

const seatPeople = async (tx: Tx, placed: Placed[]) => {
  const fresh = JSON.stringify(placed.filter(({ newPerson }) => newPerson))
  await sql`insert into units.person (id, name, phone) overriding system value
    select "personId", name, phone from jsonb_to_recordset(${fresh}::jsonb)
      as r ("personId" bigint, name text, phone text)`.execute(tx)
  await sql`insert into units.post_holder (post_id, person_id, rank)
    select "postId", "personId", 'A' from jsonb_to_recordset(${fresh}::jsonb)
      as r ("postId" bigint, "personId" bigint)`.execute(tx)
  const known = JSON.stringify(placed.filter(({ newPerson }) => !newPerson))
  await sql`update units.person n set phone = r.phone
    from jsonb_to_recordset(${known}::jsonb) as r ("personId" bigint, phone text)
    where n.id = r."personId" and r.phone is distinct from n.phone`.execute(tx)
}
