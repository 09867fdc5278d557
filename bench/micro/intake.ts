import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { writtenBy } from '#modules/micro-projects/signatures/testing.ts'
import type { Asked } from '../ballot/post.ts'
import { startPoster } from '../ballot/poster.ts'
import { median, report } from '../kit/result.ts'
import type { Bed } from '../selection/measure.ts'
import { cookieOf } from './cases.ts'
import { villageToken } from './seed.ts'

/** Signatures that a run has ready: more than are taken in the time. */
const A_SECOND = 3000

/** Drafts with the number of their village: their representatives stand at the doors at the same time. */
export const draftsOf = async (client: pg.Client): Promise<{ id: number; village: number }[]> => {
  const { rows } = await client.query(`
    select p.id::int, v.sort_no as village from micro.project p join units.unit v on v.id = p.village_id
    where p.state = 'draft' order by p.id`)
  return rows
}

let households = 0

/** New households signing face to face, each with strokes of its own, spread over the drafts of all villages. */
export const signings = (drafts: { id: number; village: number }[], count: number): Asked[] =>
  Array.from({ length: count }, () => {
    households += 1
    const { id, village } = drafts[households % drafts.length]!
    const phone = `137${String(households).padStart(8, '0')}`
    const household = { head: `新户${households}`, door: `新${households}号`, phone }
    return {
      path: `/api/micro/projects/${id}/signatures/face`,
      cookie: cookieOf(villageToken(village)),
      body: JSON.stringify({ household, ink: writtenBy(households), actKey: randomUUID() }),
    }
  })

/** The smallest row that could be a signature. */
const single = ['insert into bench_signature values ((random() * 1e15)::bigint, 1) on conflict do nothing']

/** Signatures a second through HTTP, beside single-row inserts in turns. */
export const measureIntake = async ({ server, url, load, options }: Bed): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'create table if not exists bench_signature (household bigint, project bigint, primary key (household, project))',
  )
  const drafts = await draftsOf(client)
  await client.end()
  const poster = startPoster()
  try {
    for (const connections of options.connections) {
      const ours: number[] = []
      const p99: number[] = []
      const theirs: number[] = []
      for (let n = 0; n < options.runs; n += 1) {
        const bodies = signings(drafts, Math.ceil(A_SECOND * options.seconds))
        const ports = [server.port]
        const posted = await poster.post({ ports, path: '', connections, seconds: options.seconds, bodies })
        if (posted.failure)
          throw new Error(`${posted.failed} signatures were not taken, the first with\n${posted.failure}`)
        ours.push(posted.times.length / posted.seconds)
        p99.push(posted.times.toSorted((a, b) => a - b)[Math.floor(posted.times.length * 0.99)]!)
        theirs.push((await load.sql({ url, connections, seconds: options.seconds, works: [single] })).rate)
      }
      const reference = `${load.sqlName}, one insert, ${connections} connections`
      const name = `signatures-in@${connections}`
      const referenceValue = median(theirs)
      report({ bench: 'micro', case: name, value: median(ours), unit: 'signatures/s', reference, referenceValue })
      report({ bench: 'micro', case: name, value: median(p99), unit: 'ms p99', reference, referenceValue })
    }
  } finally {
    poster.stop()
  }
}
