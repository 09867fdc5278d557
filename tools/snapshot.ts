import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { jsonColumns } from '#database/json-columns.ts'
import { migrate } from '#platform/db/index.ts'
import { startServerForTests } from '#platform/testing/server.ts'
import { schemaText } from './snapshot/schema.ts'
import { typesText } from './snapshot/types.ts'

/** Writes database/schema.sql and database/tables.ts from a database freshly migrated on a server of its own. */
const server = await startServerForTests()
try {
  await migrate(server.url)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const folder = join(import.meta.dirname, '../database')
  writeFileSync(join(folder, 'schema.sql'), await schemaText(client))
  writeFileSync(join(folder, 'tables.ts'), await typesText(client, jsonColumns))
  await client.end()
} finally {
  await server.stop()
}
console.log('database/schema.sql and database/tables.ts are written')
