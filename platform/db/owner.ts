import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Held in the database itself as long as a server lives: however it dies, the lock dies with its connection. */
const LOCK = 7_403_002

/** Connects and takes the lock; undefined when another server holds it. */
const take = async (url: string): Promise<pg.Client | undefined> => {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [LOCK])
  if (rows[0].taken) return client
  await client.end()
  return undefined
}

export interface Ownership {
  release: () => Promise<void>
}

/**
 * Makes this process the owner of the database at `url` until it releases it or dies; undefined when another
 * is. A connection lost on the way (PostgreSQL restarts itself after a crash of one of its processes) is made anew.
 */
export const own = async (url: string): Promise<Ownership | undefined> => {
  let client = await take(url)
  if (!client) return undefined
  let released = false
  const again = async (): Promise<void> => {
    while (!released) {
      client = await take(url).catch(() => undefined)
      if (client) return watch(client)
      await sleep(500, undefined, { ref: false })
    }
  }
  const watch = (held: pg.Client): void => {
    held.once('end', () => void again())
  }
  watch(client)
  return {
    release: async () => {
      released = true
      await client?.end().catch(() => {})
    },
  }
}
