import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, postgresPackage, type RunAs } from '#platform/db/binaries.ts'
import { type Cluster, ROLE, startCluster, stopCluster } from '#platform/db/cluster.ts'
import { makeCluster } from '#platform/db/make.ts'
import { findPlace, systemFolder } from '#platform/db/place.ts'

/** Durability is not what tests are about; nothing here outlives the run. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=300',
  'shared_buffers=128MB',
  'log_min_messages=fatal',
]

export interface ServerForTests {
  url: string
  stop: () => Promise<void>
}

/** A run that is killed cannot tidy up: this shell sees its end of the pipe close and does. */
const stopWhenAbandoned = (pid: number, folder: string): ChildProcess => {
  const script = `trap '' INT HUP; cat >/dev/null; kill -INT ${pid}; sleep 1; rm -rf '${folder}'`
  const watch = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watch.unref()
  return watch
}

const start = async (folder: string, user: RunAs): Promise<ServerForTests> => {
  const major = process.env.TEST_PG === '15' ? 15 : 18
  const binaries = findBinaries(postgresPackage(major), user, user ? systemFolder() : folder)
  const cluster: Cluster = { folder: join(folder, 'cluster'), binaries, user }
  const password = randomBytes(12).toString('hex')
  makeCluster(cluster, password, false)
  const { pid, port } = await startCluster(cluster, SETTINGS, join(folder, 'log'))
  const watch = stopWhenAbandoned(pid, folder)
  const stop = async () => {
    watch.kill()
    await stopCluster(cluster.folder)
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://${ROLE}:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** TEST_DATABASE_URL's server, or an embedded one of our own (TEST_PG=15 for PostgreSQL 15) that `stop` removes. */
export const startServerForTests = async (): Promise<ServerForTests> => {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'shishi-test-'))
  chmodSync(folder, 0o755)
  return start(folder, findPlace(join(folder, 'data')).user)
}
