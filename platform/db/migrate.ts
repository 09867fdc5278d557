import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { DatabaseProblem } from './problem.ts'

export interface Migration {
  /** File name, which also gives the order: '0001_app.sql'. */
  name: string
  sha256: string
  sql: string
}

export const migrationsFolder = join(import.meta.dirname, '../../database/migrations')
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/
/** Any fixed number, the same in every process; starters queue on it. */
const LOCK = 7_403_001

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Reads the numbered files of `folder` in order. Throws if a name is malformed or a number is used twice. */
export const readMigrations = (folder = migrationsFolder): Migration[] => {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  for (const name of names) {
    if (!NAME.test(name)) throw new Error(`Migration ${name} is not named like 0001_words.sql`)
    if (numbers.has(name.slice(0, 4))) throw new Error(`Two migrations have the number ${name.slice(0, 4)}`)
    numbers.add(name.slice(0, 4))
  }
  return names.map(name => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sha256: sha256(sql), sql }
  })
}

/** One hash over all migrations: the same hash, the same empty database. */
export const migrationsHash = (migrations = readMigrations()): string =>
  sha256(migrations.map(each => `${each.name} ${each.sha256}`).join('\n'))

/** An applied migration was edited, the database is from a newer version of the product, or PostgreSQL too old. */
export class MigrationRefused extends DatabaseProblem {}

const OLDEST = 15
const refuseOld = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
  const version = rows[0]!.version
  if (Number.parseInt(version, 10) < OLDEST)
    throw new MigrationRefused(`数据库是 PostgreSQL ${version}，本系统需要 PostgreSQL ${OLDEST} 或更高版本。`)
}

const refuseUnlike = (applied: { name: string; sha256: string }[], migrations: Migration[]): void => {
  for (const row of applied) {
    const file = migrations.find(each => each.name === row.name)
    if (!file)
      throw new MigrationRefused(
        `数据库中已执行的迁移 ${row.name} 在程序中不存在：数据库可能来自更新的版本，请使用与数据相符的版本启动。`,
      )
    if (file.sha256 !== row.sha256)
      throw new MigrationRefused(
        `迁移文件 ${row.name} 在执行之后被改动过，拒绝继续。请还原该文件，把改动写成新的迁移文件。`,
      )
  }
}

const run = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into app.migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { message, position } = error as pg.DatabaseError
    const line = position ? `, line ${migration.sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new Error(`Migration ${migration.name}${line} failed: ${message}`, { cause: error })
  }
}

const applyPending = async (client: pg.Client, migrations: Migration[]): Promise<string[]> => {
  await client.query(`create schema if not exists app; create table if not exists app.migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from app.migration')
  refuseUnlike(rows, migrations)
  const pending = migrations.filter(each => !rows.some(row => row.name === each.name))
  for (const migration of pending) await run(client, migration)
  return pending.map(each => each.name)
}

/**
 * Brings the database at `url` up to date, each file in its own transaction, and returns the names it ran.
 * Several starters may call it at once: they wait for one another and the later ones find nothing to do.
 * Throws {@link MigrationRefused} when an applied file was edited or is unknown here.
 */
export const migrate = async (url: string, migrations = readMigrations()): Promise<string[]> => {
  const client = new pg.Client({
    connectionString: url,
    options: '-c TimeZone=Asia/Shanghai -c client_min_messages=warning',
  })
  await client.connect()
  try {
    await refuseOld(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await applyPending(client, migrations)
  } finally {
    await client.end()
  }
}
