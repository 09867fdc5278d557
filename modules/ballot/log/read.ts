import { type Db, sql } from '#platform/db/index.ts'
import type { Mode } from '../shared/index.ts'
import type { StoredBallot } from './leaf.ts'

type Opened = StoredBallot & { group: string; mode: Mode; credential: Buffer }
/** A leaf as it is stored, with its ballot where it is one. */
export type Entry = {
  index: number
  kind: 'open' | 'ballot' | 'close' | 'void' | 'final'
  leaf: string
  ballot: Opened | null
  /** Of a ballot: no later one of its serial is in the log; it was not voided. */
  standing: boolean
  voided: boolean
}

type Row = Omit<Entry, 'ballot'> & { [K in keyof Opened]: Opened[K] | null }

const portion = 2000

/** The log from its beginning, in portions: leaves never change, so a reading of any length is one reading. */
export async function* readLog(db: Db, electionId: number, upTo = Number.MAX_SAFE_INTEGER): AsyncGenerator<Entry[]> {
  for (let from = 0; from < upTo; from += portion) {
    const { rows } = await sql<Row>`
      select l.index, l.kind, l.leaf, b.serial, b.counter, b.salt, b.choices, b.minute, b.group_key as "group", b.mode,
        b.credential,
        l.serial is not null and not exists (select from ballot.leaf o where o.election_id = l.election_id
          and o.serial = l.serial and o.counter = l.counter + 1) as standing,
        v.leaf_index is not null as voided
      from ballot.leaf l
      left join ballot.ballot b on b.election_id = l.election_id and b.serial = l.serial and b.counter = l.counter
      left join ballot.void_proposal v on v.election_id = l.election_id and v.leaf_index = l.index
        and v.decision = 'approved'
      where l.election_id = ${electionId} and l.index >= ${from} and l.index < ${Math.min(from + portion, upTo)}
      order by l.index`.execute(db)
    if (rows.length > 0) yield rows.map(toEntry)
    if (rows.length < portion) return
  }
}

const toEntry = ({ index, kind, leaf, standing, voided, ...ballot }: Row): Entry => ({
  index,
  kind,
  leaf,
  standing,
  voided,
  ballot: ballot.serial ? (ballot as Opened) : null,
})
