import { readFileSync } from 'node:fs'
import pg from 'pg'
import { benchServer } from '../kit/database.ts'
import type { Options } from '../kit/options.ts'
import { median, note, report } from '../kit/result.ts'
import { type BenchedServer, serveProduct } from '../kit/server.ts'
import { startLoad } from '../load/index.ts'
import { bodiesOf, openElection, type RunningElection } from './election.ts'
import { startHttpOnly } from './http-only.ts'
import type { Posted } from './post.ts'
import { startPoster } from './poster.ts'
import { signatureSeconds } from './signature.ts'

const connectionsOf = ({ connections }: Options) => (connections.join() === '1,16' ? [16, 64, 256] : connections)

/** PostgreSQL takes a hundred connections, those of one server or of two among them. */
const clientsFor = (connections: number, servers: number) => Math.min(connections, servers > 1 ? 32 : 64)

/** Ballots a second that a run has bodies for: more than the server took the last time, for making them takes long. */
let expected = 6000
const reserve = 1.7

const ask = async <T>(url: string, text: string): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows[0] as T
}

/** The smallest row that could be a vote, once by one, once by a hundred; keys never meet. */
const prepareReference = (url: string) =>
  ask(url, 'create table if not exists bench_vote (poll int, voter bigint, primary key (poll, voter))')
const singleRow = ['insert into bench_vote values (1, (random() * 1e15)::bigint) on conflict do nothing']
const hundredRows = [
  'insert into bench_vote select 1, (random() * 1e15)::bigint from generate_series(1, 100) on conflict do nothing',
]

/** Seconds of processor time a process has used. */
const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

type Bed = {
  url: string
  election: RunningElection
  servers: BenchedServer[]
  poster: ReturnType<typeof startPoster>
  load: ReturnType<typeof startLoad>
  options: Options
}

const castOnce = async ({ election, poster, options }: Bed, servers: BenchedServer[], connections: number) => {
  const bodies = await bodiesOf(election, Math.ceil(options.seconds * expected))
  const path = `/api/ballot/elections/${election.slug}/ballots`
  const before = servers.map(({ pid }) => processorSeconds(pid))
  const ports = servers.map(({ port }) => port)
  const posted = await poster.post({ ports, path, connections, seconds: options.seconds, bodies })
  if (posted.failure) throw new Error(`${posted.failed} ballots were not accepted, the first with\n${posted.failure}`)
  if (posted.times.length === bodies.length) note('……选票提前用完，这一次偏低。')
  expected = Math.max(1000, Math.ceil(rateOf(posted) * reserve))
  const used = servers.reduce((sum, { pid }, n) => sum + processorSeconds(pid) - before[n]!, 0)
  return { ...posted, used: used / posted.times.length }
}

const rateOf = ({ times, seconds }: Posted) => times.length / seconds
const percentile = ({ times }: Posted, share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!

/** Servers, pgbench by one row and by a hundred take turns, so that a disturbance of the machine meets all. */
const measureAt = async (bed: Bed, servers: BenchedServer[], connections: number): Promise<number> => {
  const { load, url, options } = bed
  const name = `cast${servers.length > 1 ? `:${servers.length}-processes` : ''}@${connections}`
  note(`${name}……`)
  const runs: { ours: Posted & { used: number }; single: number; singleP99: number; hundred: number }[] = []
  for (let n = 0; n < options.runs; n += 1) {
    const ours = await castOnce(bed, servers, connections)
    const common = { url, connections: clientsFor(connections, servers.length), seconds: options.seconds }
    const single = await load.sql({ ...common, works: [singleRow] })
    const hundred = await load.sql({ ...common, works: [hundredRows] })
    runs.push({ ours, single: single.rate, singleP99: single.p99, hundred: hundred.rate * 100 })
  }
  const middle = (of: (run: (typeof runs)[number]) => number) => median(runs.map(of))
  const tell = (value: number, unit: string, reference: string, referenceValue: number) =>
    report({ bench: 'ballot', case: name, value, unit, reference, referenceValue })
  const clients = `${load.sqlName}, ${clientsFor(connections, servers.length)} connections`
  const rate = middle(({ ours }) => rateOf(ours))
  tell(
    rate,
    'ballots/s',
    `${clients}, single-row inserts`,
    middle(({ single }) => single),
  )
  tell(
    rate,
    'ballots/s',
    `${clients}, 100-row inserts, rows`,
    middle(({ hundred }) => hundred),
  )
  tell(
    middle(({ ours }) => percentile(ours, 0.5)),
    'ms p50',
    'goal for p99',
    30,
  )
  tell(
    middle(({ ours }) => percentile(ours, 0.99)),
    'ms p99',
    `${clients}, single-row inserts, p99`,
    middle(({ singleP99 }) => singleP99),
  )
  const used = middle(({ ours }) => ours.used)
  tell(used * 1e6, 'µs of server processor time a ballot', 'one signature check', signatureSeconds() * 1e6)
  return runs.reduce((sum, { ours }) => sum + ours.times.length, 0)
}

/** Accepted is stored: rows of the election, and a place in the log for each. */
const compareStored = async ({ url, election }: Bed, accepted: number) => {
  const { stored } = await ask<{ stored: number }>(
    url,
    `select count(*)::int as stored from ballot.ballot where election_id = ${election.id}`,
  )
  report({
    bench: 'ballot',
    case: 'cast:stored',
    value: stored,
    unit: 'ballots',
    reference: 'accepted',
    referenceValue: accepted,
  })
  if (stored !== accepted) throw new Error(`${accepted} ballots were accepted and ${stored} are stored`)
}

/** What Node's HTTP alone gives with the same bodies and answers, nothing checked and nothing stored. */
const measureHttpOnly = async (bed: Bed, connections: number) => {
  const server = await startHttpOnly()
  try {
    expected = 16_000
    const posted = await castOnce(bed, [server], connections)
    const about = { bench: 'ballot', case: `http-only@${connections}` }
    const single = await bed.load.sql({
      url: bed.url,
      connections: 64,
      seconds: bed.options.seconds,
      works: [singleRow],
    })
    const reference = `${bed.load.sqlName}, 64 connections, single-row inserts`
    report({ ...about, value: rateOf(posted), unit: 'answers/s', reference, referenceValue: single.rate })
    const check = { reference: 'one signature check', referenceValue: signatureSeconds() * 1e6 }
    report({ ...about, value: posted.used * 1e6, unit: 'µs of server processor time an answer', ...check })
  } finally {
    await server.stop()
  }
}

/** First ballots through HTTP: credential, rules, one durable row, signed receipt; beside pgbench on the same server. */
export const measureCast = async (options: Options): Promise<void> => {
  const database = await benchServer()
  const load = startLoad()
  const poster = startPoster()
  const servers: BenchedServer[] = []
  try {
    const url = await database.fresh()
    await prepareReference(url)
    const election = await openElection(url)
    servers.push(await serveProduct(url, options.profile))
    const bed: Bed = { url, election, servers, poster, load, options }
    await castOnce(bed, servers, 16)
    let accepted = (await ask<{ n: number }>(url, 'select count(*)::int as n from ballot.ballot')).n
    for (const connections of connectionsOf(options)) accepted += await measureAt(bed, [servers[0]!], connections)
    servers.push(await serveProduct(url))
    accepted += await measureAt(bed, servers, 64)
    await compareStored(bed, accepted)
    await servers.pop()!.stop()
    await measureHttpOnly(bed, 64)
  } finally {
    for (const server of servers) await server.stop()
    poster.stop()
    load.stop()
    await database.stop()
  }
}
