import pg from 'pg'
import { type Figures, figuresOf } from './figures.ts'

/** Statements without parameters, run one after the other as one piece of work, on each connection. */
export type SqlLoad = { url: string; connections: number; seconds: number; works: string[][] }

const run = async (client: pg.Client, works: string[][], first: number, end: number, times: number[]) => {
  for (let n = first; performance.now() < end; n += 1) {
    const begin = performance.now()
    const work = works[n % works.length]!
    for (const [i, text] of work.entries()) await client.query({ name: `${n % works.length}.${i}`, text })
    times.push(performance.now() - begin)
  }
}

/** The same statements from Node by the pg client, prepared; for hosts without pgbench. */
export const loadSql = async ({ url, connections, seconds, works }: SqlLoad): Promise<Figures> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' })
      await client.connect()
      return client
    }),
  )
  const times: number[] = []
  const begin = performance.now()
  await Promise.all(clients.map((client, n) => run(client, works, n, begin + seconds * 1000, times)))
  const took = (performance.now() - begin) / 1000
  await Promise.all(clients.map(client => client.end()))
  return figuresOf(times, took)
}
