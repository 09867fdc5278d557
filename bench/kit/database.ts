import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/index.ts'

export type BenchServer = {
  /** A migrated database of one's own on the server. */
  fresh: () => Promise<string>
  stop: () => Promise<void>
}

const administer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A folder of one's own that an unprivileged PostgreSQL can reach. */
export const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'shishi-bench-'))
  chmodSync(folder, 0o755)
  return folder
}

/** BENCH_DATABASE_URL's server, or an embedded one that keeps every promise of durability (fsync on). */
const findServer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  if (process.env.BENCH_DATABASE_URL) return { url: process.env.BENCH_DATABASE_URL, stop: async () => {} }
  const folder = ownFolder()
  const { url, stop } = await startEmbedded(folder)
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts or finds PostgreSQL; databases made on it are dropped by `stop`. */
export const benchServer = async (): Promise<BenchServer> => {
  const server = await findServer()
  const made: string[] = []
  const fresh = async () => {
    const name = `shishi_bench_${randomBytes(6).toString('hex')}`
    await administer(server.url, `create database ${name} template template0`)
    made.push(name)
    const url = new URL(server.url)
    url.pathname = `/${name}`
    await migrate(url.href)
    return url.href
  }
  const stop = async () => {
    for (const name of made) await administer(server.url, `drop database if exists ${name} with (force)`)
    await server.stop()
  }
  return { fresh, stop }
}
