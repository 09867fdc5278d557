import { existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries, postgresPackage } from './binaries.ts'
import {
  type Cluster,
  findRunning,
  type Postmaster,
  ROLE,
  signalCluster,
  startCluster,
  stopCluster,
} from './cluster.ts'
import { makeCluster } from './make.ts'
import { own } from './owner.ts'
import { findPlace, keepMade, type Place } from './place.ts'
import { AlreadyRunning, DatabaseProblem } from './problem.ts'

export interface RunningDatabase {
  url: string
  /** Stops what startDatabase started; the caller closes its own connections first. */
  stop: () => Promise<void>
  /** Something the person at the terminal should know, in Chinese. */
  note?: string | undefined
}

const SETTINGS = [
  'fsync=on',
  'synchronous_commit=on',
  'max_connections=100',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'log_min_messages=warning',
]

const urlOf = (port: number, password: string): string => `postgres://${ROLE}:${password}@127.0.0.1:${port}/postgres`

const refuseOtherVersion = (cluster: string, version: string): void => {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const have = String(Number.parseInt(version, 10))
  if (made !== have)
    throw new DatabaseProblem(
      `${cluster} 由 PostgreSQL ${made} 建立，与程序自带的 PostgreSQL ${have} 不兼容，请先用原版本导出数据。`,
    )
}

/** An orphan left by a killed server is adopted if it answers, stopped otherwise. */
const adopt = async (cluster: Cluster, password: string): Promise<Postmaster | undefined> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    const running = findRunning(cluster.folder)
    if (!running) return undefined
    if (!running.ready) {
      await sleep(100)
      continue
    }
    const probe = new pg.Client({ connectionString: urlOf(running.port, password), connectionTimeoutMillis: 3000 })
    probe.on('error', () => {})
    try {
      await probe.connect()
      await probe.end()
      return running
    } catch {
      break
    }
  }
  await stopCluster(cluster.folder, 5000)
  return undefined
}

const startOrAdopt = async (place: Place, cluster: Cluster, log: string): Promise<Postmaster> => {
  if (!existsSync(place.cluster)) makeCluster(cluster, place.password)
  refuseOtherVersion(place.cluster, cluster.binaries.version)
  if (!place.made) keepMade({ ...place, made: true })
  return (await adopt(cluster, place.password)) ?? (await startCluster(cluster, SETTINGS, log))
}

/** Tells where things are that nobody would look for; undefined when all is in the data folder. */
const noteOf = (place: Place, binaries: Binaries, dataDir: string): string | undefined => {
  if (dirname(place.cluster) === realpathSync(dataDir)) return undefined
  const old =
    place.abandoned.length > 0 ? `；已删除的数据目录留下的旧数据库仍在 ${place.abandoned.join('、')}，可以删除` : ''
  return `数据库不在数据目录中，而在 ${place.cluster}（程序在 ${binaries.home}）${old}`
}

/**
 * The PostgreSQL of `dataDir`: made at the first start, started or, after a crash of the server, adopted
 * later. Throws {@link AlreadyRunning} when another Shishi serves the same folder.
 */
export const startEmbedded = async (dataDir: string): Promise<RunningDatabase> => {
  const place = findPlace(dataDir)
  const binaries = findBinaries(postgresPackage(), place.user, place.copies)
  const cluster: Cluster = { folder: place.cluster, binaries, user: place.user }
  const log = join(dataDir, 'postgres.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) rmSync(log)
  place.abandoned.forEach(signalCluster)
  const { port } = await startOrAdopt(place, cluster, log)
  const url = urlOf(port, place.password)
  const ownership = await own(url)
  if (!ownership) throw new AlreadyRunning(`这个数据目录（${dataDir}）已有一个实事平台在运行，不能再启动一个。`)
  const endWithUs = () => signalCluster(place.cluster)
  process.once('exit', endWithUs)
  const stop = async () => {
    process.off('exit', endWithUs)
    await ownership.release()
    await stopCluster(place.cluster)
  }
  return { url, stop, note: noteOf(place, binaries, dataDir) }
}

/** For a command beside a running server: the PostgreSQL of `dataDir` as it runs, or else started for as long as needed. */
export const joinEmbedded = async (dataDir: string): Promise<RunningDatabase> => {
  const place = findPlace(dataDir)
  const running = existsSync(place.cluster) ? findRunning(place.cluster) : undefined
  return running?.ready ? { url: urlOf(running.port, place.password), stop: async () => {} } : startEmbedded(dataDir)
}
