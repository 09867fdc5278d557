import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findRunning, stopCluster } from './cluster.ts'
import { DatabaseProblem, startDatabase } from './index.ts'

const fixture = join(import.meta.dirname, 'embedded.fixture.ts')
const asRoot = process.getuid?.() === 0

let base = ''
let dataDir = ''
let children: ChildProcess[] = []
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'shishi-embedded-'))
  chmodSync(base, 0o755)
  dataDir = join(base, 'data')
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await stopCluster(clusterOf(dataDir))
  rmSync(base, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  url?: string
  note?: string
  refused?: string
}

const start = async (folder = dataDir): Promise<Started> => {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SHISHI_SYSTEM_DIR: join(base, 'system') },
  })
  children.push(child)
  const [line] = await once(child.stdout!, 'data')
  return { child, ...JSON.parse(String(line)) }
}

const stop = async (started: Started, signal: NodeJS.Signals): Promise<void> => {
  started.child.kill(signal)
  if (started.child.exitCode === null && started.child.signalCode === null) await once(started.child, 'exit')
}

const clusterOf = (folder: string): string => {
  const record = join(folder, 'database.json')
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).cluster : join(folder, 'postgres')
}

const query = async (url: string | undefined, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

describe('the embedded PostgreSQL', () => {
  it('is durable, local, protected, and gone when stopped', async () => {
    const first = await start()
    const settings = await query(
      first.url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'listen_addresses', 'server_encoding') order by name`,
    )
    expect(settings).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    expect(Number(new URL(first.url!).port)).toBeLessThan(32768)
    expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toEqual(0o600)
    await expect(query(first.url!.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
    await stop(first, 'SIGTERM')
    expect(findRunning(clusterOf(dataDir))).toEqual(undefined)
  })

  it('adopts the orphan of a killed server with everything acknowledged', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 42 as answer')
    await stop(first, 'SIGKILL')
    const orphan = findRunning(clusterOf(dataDir))
    expect(orphan?.ready).toEqual(true)
    const second = await start()
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(findRunning(clusterOf(dataDir))).toEqual(orphan)
  })

  it('recovers when PostgreSQL was killed too', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 42 as answer')
    await stop(first, 'SIGKILL')
    process.kill(findRunning(clusterOf(dataDir))!.pid, 'SIGKILL')
    const second = await start()
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  it('refuses a second server on the same folder, and the first one goes on', async () => {
    const first = await start()
    const second = await start()
    expect(second.refused).toContain('已有一个实事平台在运行')
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('lets exactly one of several first starts win', async () => {
    const started = await Promise.all([start(), start(), start()])
    expect(started.map(each => (each.url ? 'serves' : each.refused!.slice(-20)))).toHaveLength(3)
    const winners = started.filter(each => each.url)
    expect(winners).toHaveLength(1)
    expect(await query(winners[0]!.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('says so when its cluster is gone, and does not start over empty', async () => {
    await stop(await start(), 'SIGTERM')
    rmSync(clusterOf(dataDir), { recursive: true })
    expect((await start()).refused).toContain('不见了')
  })

  it('keeps the folder its own when PostgreSQL restarts under it', async () => {
    const first = await start()
    await query(first.url, 'select pg_terminate_backend(pid) from pg_locks where locktype = $$advisory$$').catch(
      () => {},
    )
    const locks = () => query(first.url, 'select 1 as held from pg_locks where locktype = $$advisory$$')
    await expect.poll(locks, { timeout: 10_000 }).toEqual([{ held: 1 }])
    expect((await start()).refused).toContain('已有一个实事平台在运行')
  })

  it.runIf(asRoot)('keeps the cluster elsewhere as root below a closed folder, and says where', async () => {
    const closed = join(base, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    dataDir = join(closed, 'data')
    const first = await start()
    expect(first.note).toContain(join(base, 'system/clusters/'))
    expect(existsSync(join(dataDir, 'postgres'))).toEqual(false)
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(asRoot)('starts over when a data folder whose cluster is elsewhere was deleted', async () => {
    const closed = join(base, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    dataDir = join(closed, 'data')
    const first = await start()
    await query(first.url, 'create table kept as select 42 as answer')
    const old = clusterOf(dataDir)
    await stop(first, 'SIGKILL')
    rmSync(dataDir, { recursive: true })
    const second = await start()
    expect(second.note).toContain(`旧数据库仍在 ${old}`)
    await expect(query(second.url, 'select answer from kept')).rejects.toThrow('does not exist')
    await expect.poll(() => findRunning(old)).toEqual(undefined)
  })

  it('does not guess the password of a cluster whose record was lost', async () => {
    await stop(await start(), 'SIGTERM')
    const cluster = clusterOf(dataDir)
    rmSync(join(dataDir, 'database.json'))
    expect((await start()).refused).toContain('database.json 不见了')
    expect(existsSync(join(cluster, 'PG_VERSION'))).toEqual(true)
  })
})

describe('a database of the operator', () => {
  it('that does not answer is refused in words that hold no password', async () => {
    const config = { databaseUrl: 'postgres://a:secret@127.0.0.1:1/none', dataDir }
    const refusal = await startDatabase(config).catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(DatabaseProblem)
    expect((refusal as Error).message).toContain('连接不上 DATABASE_URL')
    expect((refusal as Error).message).not.toContain('secret')
  })
})
