import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { finish } from '#modules/ballot/after/finish.ts'
import { frozenById } from '#modules/ballot/election/frozen.ts'
import { closeDue, findElection } from '#modules/ballot/index.ts'
import { recordLines } from '#modules/ballot/log/record.ts'
import type { Receipt } from '#modules/ballot/shared/index.ts'
import { type Verdict, verifyRecord } from '#modules/ballot/verify/index.ts'
import { allowDemoClock, type Db, inTransaction, openDatabase, sql } from '#platform/db/index.ts'
import { officer, type RunningElection } from '../election.ts'

export type Settled = {
  /** Of the record, with a receipt of the run beside it. */
  verdict: Verdict
  stored: number
  /** Receipts whose ballot is not in the log, or is there more than once. */
  lost: number
  doubled: number
}

/** Credentials were made by the load generator; the register gets as many rows. */
const registerVoters = (db: Db, electionId: number, many: number) =>
  sql`insert into ballot.voter (election_id, voter_hash, group_key, mode)
    select ${electionId}, sha256(int8send(n)), 'residents', 'plain' from generate_series(1, ${many}::int) n`.execute(db)

/** Nobody serves any more: the clock is put behind the close. */
const endWindow = async (db: Db): Promise<void> => {
  await allowDemoClock(db)
  await sql`insert into app.clock (ahead) values (interval '25 hours')`.execute(db)
}

/** Closes, counts, writes the record and looks for every receipt in it. */
export const settle = async (url: string, { id }: RunningElection, receipts: readonly Receipt[]): Promise<Settled> => {
  const db = openDatabase(url, { poolSize: 4, statementTimeout: 0 })
  try {
    await registerVoters(db, id, receipts.length)
    await endWindow(db)
    await closeDue(db)
    const drained = (await findElection(db, id))!
    await inTransaction(db, tx => finish(tx, officer(1), drained))
    const election = (await findElection(db, id))!
    const lines: string[] = []
    for await (const line of recordLines(db, election, await frozenById(db, id), true)) lines.push(line)
    const receipt = receipts[randomBytes(4).readUInt32BE() % receipts.length]
    const verdict = await verifyRecord(Readable.from(lines.map(line => Buffer.from(line))), { receipt })
    const { rows } = await sql<{ stored: number }>`
      select count(*)::int as stored from ballot.ballot where election_id = ${id}`.execute(db)
    return { verdict, stored: rows[0]!.stored, ...compare(lines, receipts) }
  } finally {
    await db.destroy()
  }
}

/** How often each leaf that was promised stands in the log. */
const compare = (lines: readonly string[], receipts: readonly Receipt[]): { lost: number; doubled: number } => {
  const places = new Map<string, number>()
  for (const portion of lines)
    for (const line of portion.split('\n'))
      if (line.startsWith('{"leaf"')) {
        const { kind, serial, counter, choices, minute } = JSON.parse(line).leaf
        if (kind === 'ballot') count(places, [serial, counter, choices, minute].join())
      }
  const found = receipts.map(
    ({ leaf }) => places.get([leaf.serial, leaf.counter, leaf.choices, leaf.minute].join()) ?? 0,
  )
  return { lost: found.filter(times => times === 0).length, doubled: found.filter(times => times > 1).length }
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
