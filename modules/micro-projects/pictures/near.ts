import { type Db, sql } from '#platform/db/index.ts'
import { NEAR } from './hash.ts'

const BAND_BITS = 16

/** Up to two of sixteen bits: what a band may differ in where four of them differ in no more than {@link NEAR}. */
const turns = Array.from({ length: 2 ** BAND_BITS }, (_, mask) => mask).filter(mask => bitsIn(mask) <= NEAR / 4)

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}

/** A kept hash near to one that was asked for: the picture, its cut and the place of the asked hash in the list. */
export type Near = { pictureId: number; cut: number; look: number; distance: number }

/**
 * All kept hashes that differ from one of the given in at most {@link NEAR} bits, the nearest first, in one statement:
 * none is missed (pigeonhole over four bands), and of the rows only those are read that agree in a band but for two bits.
 * Norouzi, Punjani, Fleet: Fast Search in Hamming Space with Multi-Index Hashing, 2012.
 */
export const findNear = async (db: Db, hashes: readonly bigint[]): Promise<Near[]> => {
  if (hashes.length === 0) return []
  const probes = sql.join(
    [0, 1, 2, 3].map(band => probe(hashes, band)),
    sql` union `,
  )
  const { rows } = await sql<Near>`
    select "pictureId", cut, look, distance from (${probes}) near
    order by distance, "pictureId", look, cut`.execute(db)
  return rows
}

/**
 * `offset 0` keeps the planner to the band's index whatever it thinks of the lists, which it reads anew until a connection
 * has asked often: without it the first questions take six times as long.
 */
const probe = (hashes: readonly bigint[], band: number) => sql`
  select h.picture_id as "pictureId", h.cut::int as cut, asked.look::int - 1 as look,
    bit_count((h.hash # asked.hash)::bit(64))::int as distance
  from unnest(${hashes.map(String)}::bigint[]) with ordinality as asked(hash, look)
  cross join unnest(${turns}::integer[]) as turn(mask)
  cross join lateral (select k.picture_id, k.cut, k.hash from micro.picture_hash k
    where micro.band(k.hash, ${sql.lit(band)}) = (micro.band(asked.hash, ${sql.lit(band)}) # turn.mask) offset 0) h
  where bit_count((h.hash # asked.hash)::bit(64)) <= ${sql.lit(NEAR)}`
