import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Db, migrate, openDatabase } from '#platform/db/index.ts'
import { migrationsHash } from '#platform/db/migrate.ts'
import './globalSetup.ts'

export interface TestDatabase {
  db: Db
  url: string
}

const TEMPLATE_LOCK = 7_403_003

const withAdmin = async <T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: server, options: '-c client_min_messages=warning' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const urlOf = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

const makeTemplate = async (admin: pg.Client, server: string, name: string): Promise<void> => {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (rowCount) return
  const draft = `${name}_draft`
  await admin.query(`drop database if exists ${draft} with (force)`)
  await admin.query(`create database ${draft} template template0`)
  await migrate(urlOf(server, draft))
  await admin.query(`alter database ${draft} rename to ${name}`)
}

/** The name of a database with all migrations run; made once per server and set of migrations. */
const template = async (admin: pg.Client, server: string): Promise<string> => {
  const name = `shishi_template_${migrationsHash().slice(0, 16)}`
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  await makeTemplate(admin, server, name)
  await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return name
}

/** An empty database (no migrations run), for tests of the migrator; drop it with {@link dropDatabase}. */
export const emptyDatabase = async (server = inject('databaseServer')): Promise<string> => {
  const name = `shishi_test_${randomBytes(8).toString('hex')}`
  await withAdmin(server, admin => admin.query(`create database ${name} template template0`))
  return urlOf(server, name)
}

/** A migrated database of one's own; drop it with {@link dropDatabase}. */
export const cloneDatabase = async (server = inject('databaseServer')): Promise<string> => {
  const name = `shishi_test_${randomBytes(8).toString('hex')}`
  await withAdmin(server, async admin => {
    const source = await template(admin, server)
    await admin.query(`create database ${name} template ${source}`)
  })
  return urlOf(server, name)
}

export const dropDatabase = async (url: string, server = inject('databaseServer')): Promise<void> => {
  const name = new URL(url).pathname.slice(1)
  await withAdmin(server, admin => admin.query(`drop database if exists ${name} with (force)`))
}

/**
 * An isolated, migrated database on a real server, dropped after the file's tests. Call it at the top of a
 * test file (`const { db } = await testDatabase()`) or in `beforeAll`.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = inject('databaseServer')
  const url = await cloneDatabase(server)
  const db = openDatabase(url, { poolSize: 10 })
  afterAll(async () => {
    await db.destroy()
    await dropDatabase(url, server)
  })
  return { db, url }
}
