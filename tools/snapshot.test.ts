import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonColumns } from '#database/json-columns.ts'
import { cloneDatabase, dropDatabase } from '#platform/testing/index.ts'
import { schemaText } from './snapshot/schema.ts'
import { typesText } from './snapshot/types.ts'

const kept = (name: string): string => readFileSync(join(import.meta.dirname, '../database', name), 'utf8')
const stale = (name: string): string =>
  `database/${name} is not what the migrations make: run "npm run db:snapshot" and commit it`

let url = ''
let client: pg.Client
beforeAll(async () => {
  url = await cloneDatabase()
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await dropDatabase(url)
})

describe('the snapshot of the schema', () => {
  it('is what the migrations make', async () => {
    expect(await schemaText(client), stale('schema.sql')).toEqual(kept('schema.sql'))
  })

  it('gives the table types', async () => {
    expect(await typesText(client, jsonColumns), stale('tables.ts')).toEqual(kept('tables.ts'))
  })

  it('sees a change', async () => {
    await client.query('alter table app.setting add column note text')
    expect(await schemaText(client)).toContain('\n  note text')
    expect(await typesText(client, jsonColumns)).toContain('\n  note: string | null\n')
    await client.query('alter table app.setting drop column note')
  })

  it('refuses to type a jsonb column that is not there', async () => {
    const wrong = { 'app.setting.nothing': { type: 'A', from: '#kernel/a.ts' } }
    await expect(typesText(client, wrong)).rejects.toThrow('app.setting.nothing')
  })
})
