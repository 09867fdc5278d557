import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropDatabase, emptyDatabase } from '#platform/testing/index.ts'
import { type Migration, MigrationRefused, migrate, readMigrations } from './migrate.ts'

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})
const first = migration('0001_first.sql', 'create table first (a int); insert into first values (1)')
const second = migration('0002_second.sql', 'create table second (b int)')

let url = ''
beforeEach(async () => {
  url = await emptyDatabase()
})
afterEach(() => dropDatabase(url))

const rows = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const result = await client.query(sql)
  await client.end()
  return result.rows
}

describe('migrate', () => {
  it('runs what is new, in order, and nothing twice', async () => {
    expect(await migrate(url, [first])).toEqual(['0001_first.sql'])
    expect(await migrate(url, [first, second])).toEqual(['0002_second.sql'])
    expect(await migrate(url, [first, second])).toEqual([])
    expect(await rows('select name from app.migration order by name')).toEqual([
      { name: '0001_first.sql' },
      { name: '0002_second.sql' },
    ])
  })

  it('lets twenty starters at once run each file exactly once', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => migrate(url, readMigrations())))
    expect(runs.flat()).toEqual(readMigrations().map(each => each.name))
  })

  it('leaves nothing of a file that fails and names the line', async () => {
    const broken = migration('0002_broken.sql', 'create table half (a int);\nselec 1')
    await expect(migrate(url, [first, broken])).rejects.toThrow('Migration 0002_broken.sql, line 2 failed')
    expect(await rows(`select to_regclass('half') as half, (select count(*)::int from first) as kept`)).toEqual([
      { half: null, kept: 1 },
    ])
  })

  it('refuses a file that was edited after it ran', async () => {
    await migrate(url, [first])
    const edited = migration('0001_first.sql', 'create table first (a bigint)')
    await expect(migrate(url, [edited])).rejects.toThrow(MigrationRefused)
  })

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(url, [first, second])
    await expect(migrate(url, [first])).rejects.toThrow('0002_second.sql 在程序中不存在')
  })
})

describe('readMigrations', () => {
  const folder = (...names: string[]): string => {
    const path = mkdtempSync(join(tmpdir(), 'shishi-migrations-'))
    for (const name of names) writeFileSync(join(path, name), 'select 1')
    return path
  }

  it.each([
    [['1_short.sql'], 'is not named like'],
    [['0001_a.sql', '0001_b.sql'], 'Two migrations have the number 0001'],
  ])('refuses %j', (names, message) => {
    const path = folder(...names)
    expect(() => readMigrations(path)).toThrow(message)
    rmSync(path, { recursive: true })
  })

  it('gives files in the order of their numbers, whatever the line ends', () => {
    const path = folder('0002_b.sql', '0001_a.sql')
    writeFileSync(join(path, '0001_a.sql'), 'select 1;\r\nselect 2;\r\n')
    const read = readMigrations(path)
    expect(read.map(each => [each.name, each.sql])).toEqual([
      ['0001_a.sql', 'select 1;\nselect 2;\n'],
      ['0002_b.sql', 'select 1'],
    ])
    rmSync(path, { recursive: true })
  })
})
