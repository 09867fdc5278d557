import { consistencyProof, inclusionProof, type NodeReader } from '#platform/crypto/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'

/** Reads an election's stored tree: one query for a whole proof. */
const nodesOf =
  (db: Db, electionId: number): NodeReader =>
  async spans => {
    const { rows } = await sql<{ n: number; hash: Buffer }>`
      with span as (
        select * from unnest(${spans.map(({ level }) => level)}::int[], ${spans.map(({ first }) => first)}::int[],
          ${spans.map(({ count }) => count)}::int[]) with ordinality as u (level, first, count, n)
      )
      select s.n, l.index, l.hash from span s join ballot.leaf l on s.level = 0 and l.election_id = ${electionId}
        and l.index >= s.first and l.index < s.first + s.count
      union all
      select s.n, d.index, d.hash from span s join ballot.node d on s.level > 0 and d.election_id = ${electionId}
        and d.level = s.level and d.index >= s.first and d.index < s.first + s.count
      order by n, index`.execute(db)
    const found = Map.groupBy(rows, ({ n }) => n)
    return spans.map((_, at) => (found.get(at + 1) ?? []).map(({ hash }) => hash))
  }

const hex = (hashes: readonly Uint8Array[]) => hashes.map(hash => Buffer.from(hash).toString('hex'))

/** RFC 9162 §2.1.3. @throws RangeError unless 0 ≤ index < size and the log is that long */
export const proveInclusion = async (db: Db, { id, tree }: Frozen, index: number, size: number): Promise<string[]> =>
  hex(await inclusionProof(tree, nodesOf(db, id), index, size))

/** RFC 9162 §2.1.4. @throws RangeError unless first ≤ second and the log is that long */
export const proveConsistency = async (
  db: Db,
  { id, tree }: Frozen,
  first: number,
  second: number,
): Promise<string[]> => hex(await consistencyProof(tree, nodesOf(db, id), first, second))
