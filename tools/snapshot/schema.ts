import type { Client } from 'pg'
import { type Column, readColumns, readStatements, readTables, type TableParts } from './catalogue.ts'

const HEADER = `-- The schema that all migrations together make, for reading and for comparing in tests.
-- Written by "npm run db:snapshot"; never edited by hand, never run: database/migrations is what runs.
`

const columnLine = (column: Column): string => {
  const parts = [column.name, column.declared]
  if (column.identity) parts.push(`generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`)
  else if (column.generated) parts.push(`generated always as (${column.default}) stored`)
  else if (column.default !== null) parts.push(`default ${column.default}`)
  if (column.required) parts.push('not null')
  return `  ${parts.join(' ')}`
}

const tableText = (table: TableParts, columns: Column[]): string => {
  const name = `${table.schema}.${table.table}`
  const after = [...table.indexes, ...table.triggers, ...table.policies].map(line => `${line};`)
  if (table.partitionOf) return [`create table ${name} partition of ${table.partitionOf};`, ...after].join('\n')
  const own = columns.filter(column => column.schema === table.schema && column.table === table.table)
  const body = [...own.map(columnLine), ...table.constraints.map(line => `  ${line}`)].join(',\n')
  const partition = table.partitionedBy ? ` partition by ${table.partitionedBy}` : ''
  return [`create table ${name} (\n${body}\n)${partition};`, ...after].join('\n')
}

/** The whole of database/schema.sql for the database behind `client`. */
export const schemaText = async (client: Client): Promise<string> => {
  const [statements, columns, tables] = [
    await readStatements(client),
    await readColumns(client),
    await readTables(client),
  ]
  const sections: [string, string[]][] = [
    ['Schemas', statements.schemas!],
    ['Extensions', statements.extensions!],
    ['Types', statements.types!],
    ['Sequences', statements.sequences!],
    ['Functions', statements.functions!],
    ['Tables', tables.map(table => tableText(table, columns))],
    ['Views', statements.views!],
  ]
  const written = sections
    .filter(([, list]) => list.length > 0)
    .map(([title, list]) => `-- ${title}\n\n${list.join(list.some(each => each.includes('\n')) ? '\n\n' : '\n')}\n`)
  return [HEADER, ...written].join('\n')
}
