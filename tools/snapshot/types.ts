import type { Client } from 'pg'
import { type Column, readColumns } from './catalogue.ts'

const HEADER = `// The types of all tables, written by "npm run db:snapshot" from a migrated database; never edited by hand.
`
const OWN_TYPES = `
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
/** jsonb: read as a value, written as JSON text (pg would send a bare array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>
type Numeric = ColumnType<string, string | number, string | number>
`

const SCALAR: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  bytea: 'Buffer',
}

/** 'schema.table.column' → the type its jsonb holds and the module it comes from, if it needs one. */
export type JsonColumns = Record<string, { type: string; from?: string }>

const jsonType = (column: Column, jsonColumns: JsonColumns): string => {
  const type = jsonColumns[`${column.schema}.${column.table}.${column.name}`]?.type ?? 'JsonValue'
  if (!column.required) return `NullableJson<${type}>`
  return column.default === null ? `Json<${type}>` : `JsonWithDefault<${type}>`
}

const columnType = (column: Column, jsonColumns: JsonColumns): string => {
  if (/^jsonb?$/.test(column.type) && !column.array) return jsonType(column, jsonColumns)
  const labels = column.labels?.map(label => `'${label}'`).join(' | ')
  const scalar = labels ?? SCALAR[column.type] ?? 'string'
  const many = column.array ? (labels ? `(${scalar})[]` : `${scalar}[]`) : scalar
  const type = column.required || column.kind === 'view' ? many : `${many} | null`
  if (column.generated || column.kind === 'view') return `ColumnType<${type}, never, never>`
  if (column.identity === 'a') return `GeneratedAlways<${type}>`
  if (column.identity || column.default !== null) return `Generated<${type}>`
  return column.type === 'numeric' && !column.array ? (column.required ? 'Numeric' : 'Numeric | null') : type
}

const pascal = (text: string): string =>
  text.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
const interfaceName = (column: Column): string => pascal(column.schema) + pascal(column.table)
const key = (name: string): string => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`)

const importLines = (jsonColumns: JsonColumns, used: string): string[] => {
  const imported = Object.values(jsonColumns).flatMap(({ type, from }) => (from ? [{ type, from }] : []))
  const byModule = Map.groupBy(imported, each => each.from)
  const ours = [...byModule]
    .map(
      ([from, list]) =>
        `import type { ${[...new Set(list.map(each => each.type.replace(/\W.*$/, '')))].sort().join(', ')} } from '${from}'`,
    )
    .sort()
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter(name => new RegExp(`\\b${name}<`).test(used))
  return [...ours, `import type { ${kysely.join(', ')} } from 'kysely'`]
}

/** The whole of database/tables.ts. Throws when `jsonColumns` names a column that does not exist. */
export const typesText = async (client: Client, jsonColumns: JsonColumns): Promise<string> => {
  const columns = await readColumns(client)
  const known = new Set(columns.map(each => `${each.schema}.${each.table}.${each.name}`))
  const unknown = Object.keys(jsonColumns).filter(name => !known.has(name))
  if (unknown.length > 0)
    throw new Error(`database/json-columns.ts names columns that do not exist: ${unknown.join(', ')}`)
  const tables = Map.groupBy(columns, interfaceName)
  const interfaces = [...tables].map(([name, list]) => {
    const lines = list.map(column => `  ${key(column.name)}: ${columnType(column, jsonColumns)}`)
    return `export interface ${name} {\n${lines.join('\n')}\n}\n`
  })
  const all = [...tables].map(([name, [first]]) => `  '${first!.schema}.${first!.table}': ${name}`)
  const body = [OWN_TYPES, ...interfaces, `export interface Tables {\n${all.join('\n')}\n}\n`].join('\n')
  return `${HEADER}${importLines(jsonColumns, body).join('\n')}\n${body}`
}
