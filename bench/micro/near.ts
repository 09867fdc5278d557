import { randomBytes } from 'node:crypto'
import { addUnit } from '#kernel/units/index.ts'
import { findNear, keptCuts, looks, NEAR } from '#modules/micro-projects/pictures/index.ts'
import { type Db, inTransaction, openDatabase, sql } from '#platform/db/index.ts'
import type { Options } from '../kit/options.ts'
import { median, note, report } from '../kit/result.ts'

const HASHES = 200_000
const PICTURES = Math.floor(HASHES / keptCuts.length)
const LOOKS = 40

const random = () => BigInt.asIntN(64, BigInt(`0x${randomBytes(8).toString('hex')}`))
/** A hash of which some bits are turned, as another cut's of the same picture are. */
const turned = (hash: bigint, bits: number): bigint => {
  let changed = hash
  for (let n = 0; n < bits; n++) changed ^= 1n << BigInt(Math.floor(Math.random() * 64))
  return BigInt.asIntN(64, changed)
}

/** A project with as many pictures as make 200,000 hashes. @returns the hash of each picture's whole */
const seed = async (db: Db): Promise<bigint[]> => {
  const unit = await inTransaction(db, tx => addUnit(tx, { name: '示例街道', kind: 'township' }))
  const { rows } = await sql<{ id: number }>`
    with g as (insert into micro.programme (unit_id, slug, year, content) values (${unit}, 'bench', 2023, '{}')
        returning id),
      m as (insert into micro.member (village_id, name, party, representative) values (${unit}, '甲', true, false)
        returning id),
      f as (insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
        values ('bench', repeat('0', 64), 'a.jpg', 'image/jpeg', 1, 'bench') returning id),
      p as (insert into micro.project (code, programme_id, village_id, lead_id, title)
        select '00000001', g.id, ${unit}, m.id, '示例' from g, m returning id)
    insert into micro.picture (project_id, part, file_id)
    select p.id, 'before', f.id from p, f, generate_series(1, ${PICTURES}) returning id`.execute(db)
  const whole = rows.map(random)
  const hashes = whole.flatMap(hash => keptCuts.map((_, cut) => String(cut ? turned(hash, 20) : hash)))
  const of = rows.flatMap(({ id }) => keptCuts.map(() => id))
  const cuts = rows.flatMap(() => keptCuts.map((_, cut) => cut))
  await sql`
    insert into micro.picture_hash (picture_id, cut, hash)
    select * from unnest(${of}::bigint[], ${cuts}::smallint[], ${hashes}::bigint[])`.execute(db)
  await sql`analyze micro.picture_hash`.execute(db)
  return whole
}

/** The same question without an index: the bits of every row are counted. */
const scan = (db: Db, hashes: bigint[]) =>
  sql`
    select h.picture_id, min(bit_count((h.hash # asked.hash)::bit(64)))::int as distance
    from micro.picture_hash h join unnest(${hashes.map(String)}::bigint[]) as asked(hash)
      on bit_count((h.hash # asked.hash)::bit(64)) <= ${NEAR} group by h.picture_id`.execute(db)

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** A new picture, every second one a copy of a kept one, is looked for with all its cuts and mirrored. */
export const nearDuplicates = async (databaseUrl: string, { runs }: Options): Promise<void> => {
  const db = openDatabase(databaseUrl)
  try {
    const whole = await seed(db)
    const asked = (n: number) => {
      const base = n % 2 ? random() : whole[(n * 97) % whole.length]!
      return looks.map(({ view }, look) => (view === 'upright' ? turned(base, look ? 12 : 6) : random()))
    }
    const [ours, scans]: [number[], number[]] = [[], []]
    let found = 0
    for (let n = 0; n < LOOKS * runs; n++)
      ours.push(await milliseconds(async () => (found += (await findNear(db, asked(n))).length ? 1 : 0)))
    for (let n = 0; n < 2 * runs; n++) scans.push(await milliseconds(() => scan(db, asked(n))))
    note(`micro：${LOOKS * runs}次查找，其中${(LOOKS * runs) / 2}次是已有照片的副本，找到${found}次`)
    const reference = 'the same rows by a scan that counts the bits of every hash'
    const shared = { bench: 'micro', unit: 'ms', reference, referenceValue: median(scans) }
    const p99 = ours.toSorted((one, other) => one - other)[Math.floor(ours.length * 0.99)]!
    report({ ...shared, case: `near@${HASHES}`, value: median(ours) })
    report({ ...shared, case: `near@${HASHES}:p99`, value: p99 })
  } finally {
    await db.destroy()
  }
}
