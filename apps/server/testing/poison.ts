import { sql, type Tx } from '#platform/db/index.ts'

/** Keys that would change whose something is, how far it is, or who may, if anything took them from a body. */
const number = 987_654_321
const text = 'slipped-in-4711'
export const poison: Record<string, unknown> = {
  id: number,
  unitId: number,
  unit_id: number,
  campaignId: number,
  campaign_id: number,
  status: text,
  state: text,
  role: text,
  roles: [text],
  quota: { [text]: number },
  confirmedBy: text,
  confirmed_by: text,
}

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[] }

/** The body with every such key that its schema does not know, in each of its objects. */
export const poisoned = (schema: Schema, body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(each => poisoned(schema.items ?? {}, each))
  if (typeof body !== 'object' || body === null) return body
  const choices = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(({ properties }) => properties)
  // an object without known keys is data (answers by field), not a contract
  if (choices.length === 0) return body
  const known = Object.assign({}, ...choices.map(({ properties }) => properties)) as Record<string, Schema>
  const own = Object.entries(body).map(([key, value]) => [key, poisoned(known[key] ?? {}, value)])
  return { ...without(poison, known), ...Object.fromEntries(own) }
}

const without = (all: Record<string, unknown>, known: object) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !(key in known)))

/** A look through every table for what was slipped in; the names of those that hold it. */
export const poisonFinder = async (tx: Tx): Promise<() => Promise<string[]>> => {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(tx)
  const pattern = `(${text}|${number})`
  const looks = rows.map(
    ({ name }) => sql`select ${name}::text as name from ${sql.raw(name)} t where t::text ~ ${pattern}`,
  )
  const all = sql<{ name: string }>`select distinct name from (${sql.join(looks, sql` union all `)}) found order by 1`
  return async () => (await all.execute(tx)).rows.map(({ name }) => name)
}
