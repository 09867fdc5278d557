import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries, postgresPackage } from '#platform/db/binaries.ts'
import { type Cluster, findRunning, freePort, ROLE, startCluster, stopCluster } from '#platform/db/cluster.ts'
import { migrate } from '#platform/db/index.ts'
import { makeCluster } from '#platform/db/make.ts'
import { findPlace } from '#platform/db/place.ts'
import { ownFolder } from '../../kit/database.ts'

/** A PostgreSQL of one's own that keeps its port, durable, and may be killed. */
export const killableDatabase = async () => {
  const folder = ownFolder()
  const place = findPlace(folder)
  const binaries = findBinaries(postgresPackage(), place.user, place.copies)
  const cluster: Cluster = { folder: place.cluster, binaries, user: place.user }
  makeCluster(cluster, place.password)
  const settings = [`port=${await freePort()}`, 'fsync=on', 'synchronous_commit=on', 'max_connections=100']
  const start = () => startCluster(cluster, settings, join(folder, 'postgres.log'))
  const { port } = await start()
  const url = `postgres://${ROLE}:${place.password}@127.0.0.1:${port}/postgres`
  await migrate(url)

  /** The whole of PostgreSQL, by SIGKILL; its log is replayed at the next start. */
  const killAll = async (): Promise<void> => {
    process.kill(findRunning(cluster.folder)!.pid, 'SIGKILL')
    await start()
  }

  /** One of its processes, by SIGKILL; PostgreSQL then ends all sessions and recovers by itself. */
  const killOne = async (): Promise<void> => {
    const client = await reached(url)
    const { rows } = await client.query(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
       order by state = 'active' desc, random() limit 1`,
    )
    await client.end()
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL')
    await (await reached(url)).end()
  }

  const stop = async (): Promise<void> => {
    await stopCluster(cluster.folder)
    rmSync(place.cluster, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, killAll, killOne, stop }
}

/** A connection, as soon as there is one to be had. */
const reached = async (url: string, attempts = 200): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (attempts === 0) throw error
    await new Promise(resolve => setTimeout(resolve, 50))
    return reached(url, attempts - 1)
  }
}
