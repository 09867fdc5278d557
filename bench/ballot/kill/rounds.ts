import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '#modules/ballot/shared/index.ts'
import { freePort } from '#platform/db/cluster.ts'
import { type BenchedServer, serveProduct } from '../../kit/server.ts'
import { bodiesOf, openElection, type RunningElection } from '../election.ts'
import { startPoster } from '../poster.ts'
import { killableDatabase } from './cluster.ts'
import { type Settled, settle } from './settle.ts'

export type Killing = {
  rounds: number
  /** Ballots posted in each round while something is killed. */
  ballots: number
  /** Server processes on the one database. */
  servers: number
  /** What is killed in turn. */
  victims?: readonly Victim[]
  /** Told of each round, for the person who waits. */
  tell?: (round: number, killed: string) => void
}

export type Victim = 'server' | 'database' | 'backend'

export type Outcome = Settled & {
  kills: Record<string, number>
  /** Distinct ballots posted, each until it was answered with a receipt. */
  posted: number
  /** Ballots that were posted twice at once and got two different receipts. */
  differing: number
}

const all: readonly Victim[] = ['server', 'database', 'backend']

/** Seconds within which every receipt must come, whatever was killed: a busy disk may take a minute over a recovery. */
const patience = 300
/** One ballot in ten is posted twice at once, as by an impatient finger. */
const twice = 10
const connections = 16
/** A kill falls at a random moment of the posting, which takes about as long. */
const longest = 400

/** Posts ballots while the server, the database or one of its processes is killed; then closes, counts and verifies. */
export const killRounds = async ({
  rounds,
  ballots,
  servers: many,
  victims = all,
  tell,
}: Killing): Promise<Outcome> => {
  // what a server says while its database is being killed would fill the terminal
  process.env.LOG_LEVEL ??= 'silent'
  const database = await killableDatabase()
  const poster = startPoster()
  const servers: BenchedServer[] = []
  try {
    const election = await openElection(database.url)
    const ports = await Promise.all(Array.from({ length: many }, freePort))
    for (const port of ports) servers.push(await serveProduct(database.url, undefined, port))
    const killServer = async () => {
      const n = Math.floor(Math.random() * many)
      process.kill(servers[n]!.pid, 'SIGKILL')
      await servers[n]!.stop()
      servers[n] = await serveProduct(database.url, undefined, ports[n])
    }
    const kill: Record<Victim, () => Promise<void>> = {
      server: killServer,
      database: database.killAll,
      backend: database.killOne,
    }
    const posting = postings(election, poster, ports, ballots)
    const kills: Record<string, number> = {}
    for (let round = 0; round < rounds; round += 1) {
      const name = victims[round % victims.length]!
      kills[name] = (kills[name] ?? 0) + 1
      const posted = posting.round()
      await sleep(Math.random() * longest)
      await Promise.all([kill[name](), posted])
      tell?.(round, name)
    }
    for (const server of servers.splice(0)) await server.stop()
    const settled = await settle(database.url, election, posting.receipts)
    return { ...settled, kills, posted: posting.receipts.length, differing: posting.differing() }
  } finally {
    for (const server of servers) await server.stop()
    poster.stop()
    await database.stop()
  }
}

/** Rounds of posting and all receipts that came. */
const postings = (
  election: RunningElection,
  poster: ReturnType<typeof startPoster>,
  ports: number[],
  ballots: number,
) => {
  const receipts: Receipt[] = []
  let differing = 0
  const path = `/api/ballot/elections/${election.slug}/ballots`
  const round = async () => {
    const bodies = await bodiesOf(election, ballots)
    const repeated = bodies.filter((_, n) => n % twice === 0)
    const load = { ports, path, connections, seconds: patience, bodies: [...repeated, ...bodies], persistent: true }
    const { answers, failed, failure } = await poster.post(load)
    if (failed > 0) throw new Error(`${failed} ballots got no receipt, the first with\n${failure}`)
    const given = answers.map(answer => JSON.parse(answer) as Receipt)
    receipts.push(...given.slice(repeated.length))
    for (const [n, { number }] of given.slice(0, repeated.length).entries())
      if (number !== given[repeated.length + n * twice]!.number) differing += 1
  }
  return { round, receipts, differing: () => differing }
}
