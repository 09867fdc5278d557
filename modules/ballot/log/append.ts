import { type Frontier, growTree } from '#platform/crypto/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'
import type { Leaf } from '../shared/index.ts'
import { leafHash, leafText } from './leaf.ts'

/** A leaf on its way into the log; of a ballot also its receipt's number and its row. */
export type NewLeaf = {
  kind: Leaf['kind']
  text: string
  hash: Buffer
  receipt: string | null
  serial: Buffer | null
  counter: number | null
}

export const plainLeaf = ({ tree }: Frozen, leaf: Leaf): NewLeaf => {
  const text = leafText(leaf)
  return { kind: leaf.kind, text, hash: leafHash(tree, text), receipt: null, serial: null, counter: null }
}

/** One sequencer for an election, over all processes, until the transaction ends. Whoever locks the election's row as well does that first. */
export const holdLog = async (tx: Tx, electionId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('ballot log'), ${electionId}::int)`.execute(tx)
}

/** @returns false where another process is at it */
export const tryHoldLog = async (tx: Tx, electionId: number): Promise<boolean> => {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('ballot log'), ${electionId}::int) as held`.execute(tx)
  return rows[0]!.held
}

/** Gives leaves their indexes and grows the tree. The caller holds the log. @returns the index of the first */
export const append = async (tx: Tx, { id, tree }: Frozen, leaves: NewLeaf[]): Promise<number> => {
  const before = await readFrontier(tx, id)
  const hashes = leaves.map(({ hash }) => hash)
  const { frontier, nodes } = growTree(tree, before, hashes)
  const column = <K extends keyof NewLeaf>(name: K) => leaves.map(leaf => leaf[name])
  await sql`
    insert into ballot.leaf (election_id, index, kind, leaf, hash, receipt, serial, counter)
    select ${id}, ${before.size}::int + u.n::int - 1, u.kind, u.leaf, u.hash, u.receipt, u.serial, u.counter
    from unnest(${column('kind')}::text[], ${column('text')}::text[], ${hashes}::bytea[], ${column('receipt')}::text[],
      ${column('serial')}::bytea[], ${column('counter')}::smallint[])
      with ordinality as u (kind, leaf, hash, receipt, serial, counter, n)`.execute(tx)
  await sql`
    insert into ballot.node (election_id, level, index, hash)
    select ${id}, u.level, u.index, u.hash from unnest(${nodes.map(({ level }) => level)}::smallint[],
      ${nodes.map(({ index }) => index)}::int[], ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[])
      as u (level, index, hash)`.execute(tx)
  await sql`
    insert into ballot.log (election_id, size, peaks) values (${id}, ${frontier.size}, ${buffers(frontier)}::bytea[])
    on conflict (election_id) do update set size = excluded.size, peaks = excluded.peaks`.execute(tx)
  if (doubled(before.size, frontier.size)) await sql`analyze ballot.leaf, ballot.ballot`.execute(tx)
  return before.size
}

/**
 * A log grows from nothing to a million within hours, faster than the database looks at it by itself; a plan made for
 * ten rows then reads them all for each row.
 */
const doubled = (before: number, after: number) => after >= 512 && Math.clz32(before) !== Math.clz32(after)

const buffers = ({ peaks }: Frontier) => peaks.map(peak => Buffer.from(peak))

/** Where the log of an election goes on. */
export const readFrontier = async (tx: Tx, electionId: number): Promise<Frontier> => {
  const { rows } = await sql<Frontier>`
    select size, peaks from ballot.log where election_id = ${electionId}`.execute(tx)
  return rows[0] ?? { size: 0, peaks: [] }
}
