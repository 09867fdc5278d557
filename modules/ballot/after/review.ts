import { type Db, sql } from '#platform/db/index.ts'

export type Suspicion = {
  kind: 'pattern' | 'subnet' | 'minute'
  from: string
  to: string
  count: number
  leaves: number[]
}

/** From how many on something looks odd. People judge: a village that votes at a meeting looks odd as well. */
const threshold = { pattern: 10, subnet: 20, minute: 30, timesUsual: 8 }
const listed = 500

/** Standing ballots, with what may be looked at; choices only to be compared. */
const standing = (electionId: number) => sql`
  select l.index, b.choices, b.subnet, b.minute,
    to_timestamp(floor(extract(epoch from b.minute) / 600) * 600) as slot
  from ballot.leaf l
  join ballot.ballot b on b.election_id = l.election_id and b.serial = l.serial and b.counter = l.counter
  where l.election_id = ${electionId} and l.kind = 'ballot' and not exists (select from ballot.leaf o
    where o.election_id = l.election_id and o.serial = l.serial and o.counter = l.counter + 1)`

/**
 * Ballots that came alike: the same choices or the same network within ten minutes, or far more in a minute than usual.
 * Neither choices nor networks leave the database, so that nobody voids by what was chosen.
 */
export const suspicionsOf = async (db: Db, electionId: number): Promise<Suspicion[]> => {
  const { rows } = await sql<Suspicion>`
    with b as materialized (${standing(electionId)}),
    usual as (select percentile_cont(0.5) within group (order by n) as n
      from (select count(*) as n from b group by minute) as m)
    select 'pattern' as kind, min(minute) as "from", max(minute) as "to", count(*) as count,
      (array_agg(index order by index))[1:${listed}::int] as leaves
    from b group by slot, choices having count(*) >= ${threshold.pattern}
    union all
    select 'subnet', min(minute), max(minute), count(*), (array_agg(index order by index))[1:${listed}::int]
    from b where subnet is not null group by slot, subnet having count(*) >= ${threshold.subnet}
    union all
    select 'minute', minute, minute, count(*), (array_agg(index order by index))[1:${listed}::int]
    from b group by minute having count(*) >= ${threshold.minute}
      and count(*) >= ${threshold.timesUsual} * (select n from usual)
    order by count desc, "from" limit 100`.execute(db)
  return rows
}
