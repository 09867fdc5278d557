import { type Db, sql } from '#platform/db/index.ts'
import { NEAR } from './hash.ts'

const BAND_BITS = 16
const bandOf = (hash: bigint, band: number) => Number((hash >> BigInt(BAND_BITS * band)) & 0xffffn)

/** Up to two of sixteen bits: what a band may differ in where four of them differ in no more than {@link NEAR}. */
const turns = Array.from({ length: 2 ** BAND_BITS }, (_, mask) => mask).filter(mask => bitsIn(mask) <= NEAR / 4)

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}

export type Near = { pictureId: number; distance: number }

/**
 * All pictures with a hash that differs from one of the given in at most {@link NEAR} bits, in one statement: none is
 * missed (pigeonhole over four bands), and of the rows only those are read that agree in a band but for two bits.
 * Norouzi, Punjani, Fleet: Fast Search in Hamming Space with Multi-Index Hashing, 2012.
 */
export const findNear = async (db: Db, hashes: readonly bigint[]): Promise<Near[]> => {
  if (hashes.length === 0) return []
  const distinct = [...new Set(hashes)]
  const probes = sql.join(
    [0, 1, 2, 3].map(band => probe(distinct, band)),
    sql` union all `,
  )
  const { rows } = await sql<Near>`
    select near."pictureId", min(near.distance)::int as distance from (
      select found.picture_id as "pictureId", bit_count((found.hash # found.asked)::bit(64)) as distance
      from (${probes}) found
    ) near where near.distance <= ${NEAR} group by near."pictureId" order by distance, near."pictureId"`.execute(db)
  return rows
}

const probe = (hashes: readonly bigint[], band: number) => {
  const asked = hashes.flatMap(hash => turns.map(() => String(hash)))
  const keys = hashes.flatMap(hash => turns.map(mask => bandOf(hash, band) ^ mask))
  return sql`
    select h.picture_id, h.hash, asked.hash as asked
    from unnest(${asked}::bigint[], ${keys}::integer[]) as asked(hash, key)
    join micro.picture_hash h on micro.band(h.hash, ${sql.lit(band)}) = asked.key`
}
