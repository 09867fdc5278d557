import pg from 'pg'
import { startPoster } from '../ballot/poster.ts'
import type { Options } from '../kit/options.ts'
import { median, report } from '../kit/result.ts'
import { serveProduct } from '../kit/server.ts'
import { draftsOf, signings } from './intake.ts'
import { type Scale, seed } from './seed.ts'

const district: Scale = { villages: 40, projects: 800, signatures: 6_400 }

/** As it would be if each entry of the record were chained when it is written: its lock is held to the commit. */
const chainAtOnce = `
  drop trigger pending_settles on audit.pending;
  create trigger pending_settles after insert on audit.pending for each row execute function audit.settle()`

const prepare = async (url: string, statement?: string) => {
  await seed(url, district)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  if (statement) await client.query(statement)
  const drafts = await draftsOf(client)
  await client.end()
  return { server: await serveProduct(url), drafts }
}

/** Signatures a second with the record chained at the commit, beside the same with it chained at once, in turns. */
export const chained = async (url: string, options: Options, fresh: () => Promise<string>): Promise<void> => {
  const [ours, theirs] = [await prepare(url), await prepare(await fresh(), chainAtOnce)]
  const poster = startPoster()
  try {
    for (const connections of options.connections) {
      const rates: [number[], number[]] = [[], []]
      for (let run = 0; run < options.runs; run += 1)
        for (const [at, { server, drafts }] of [ours, theirs].entries()) {
          const bodies = signings(drafts, Math.ceil(3000 * options.seconds))
          const asked = { ports: [server.port], path: '', connections, seconds: options.seconds, bodies }
          const { times, seconds, failure } = await poster.post(asked)
          if (failure) throw new Error(`signatures were not taken, the first with\n${failure}`)
          rates[at]!.push(times.length / seconds)
        }
      const [value, referenceValue] = [median(rates[0]), median(rates[1])]
      const reference = 'the record chained when an entry is written, not at the commit'
      report({ bench: 'micro', case: `chained@${connections}`, value, unit: 'signatures/s', reference, referenceValue })
    }
  } finally {
    poster.stop()
    await Promise.all([ours.server.stop(), theirs.server.stop()])
  }
}
