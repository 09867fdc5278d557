import { type Db, sql } from '#platform/db/index.ts'
import type { Mode } from '../shared/index.ts'

/** A ballot that may be stored: its credential and its choices are checked. */
export type NewBallot = {
  serial: Buffer
  counter: number
  group: string
  mode: Mode
  credential: Buffer
  salt: Buffer
  choices: string
  subnet: Buffer | null
}

/** A row as it stands. */
export type KeptBallot = Omit<NewBallot, 'subnet'> & { minute: string }

/** What a ballot is known by while its batch is on its way. */
export const placeOf = ({ serial, counter }: Pick<NewBallot, 'serial' | 'counter'>): string =>
  `${serial.toString('latin1')}${counter}`

/**
 * Stores ballots in one statement, which is one durable commit. A first ballot needs nothing before it, a further one
 * its predecessor under the same key.
 * @returns the rows that are new; those that were there already, or lack their predecessor, are left out
 * @throws the database's SB001 where the election takes no ballots now
 */
export const insertBallots = async (db: Db, electionId: number, ballots: NewBallot[]): Promise<KeptBallot[]> => {
  const column = <K extends keyof NewBallot>(name: K) => ballots.map(ballot => ballot[name])
  const { rows } = await sql<Pick<KeptBallot, 'serial' | 'counter' | 'minute'>>`
    insert into ballot.ballot (election_id, serial, counter, group_key, mode, credential, salt, choices, subnet)
    select ${electionId}, u.serial, u.counter, u.group_key, u.mode, u.credential, u.salt, u.choices, u.subnet
    from unnest(${column('serial')}::bytea[], ${column('counter')}::smallint[], ${column('group')}::text[],
      ${column('mode')}::text[], ${column('credential')}::bytea[], ${column('salt')}::bytea[],
      ${column('choices')}::text[], ${column('subnet')}::bytea[])
      as u (serial, counter, group_key, mode, credential, salt, choices, subnet)
    where u.counter = 0 or exists (select from ballot.ballot b where b.election_id = ${electionId}
      and b.serial = u.serial and b.counter = u.counter - 1 and b.group_key = u.group_key and b.mode = u.mode)
    on conflict do nothing
    returning serial, counter, minute`.execute(db)
  const given = new Map(ballots.map(ballot => [placeOf(ballot), ballot]))
  return rows.map(row => ({ ...given.get(placeOf(row))!, minute: row.minute }))
}

/** The ballots of these places, where they are, each with the serial's highest counter. */
export const findBallots = async (
  db: Db,
  electionId: number,
  places: Pick<NewBallot, 'serial' | 'counter'>[],
): Promise<KeptBallot[]> => {
  const { rows } = await sql<KeptBallot>`
    select b.serial, b.counter, b.group_key as "group", b.mode, b.credential, b.salt, b.choices, b.minute
    from unnest(${places.map(({ serial }) => serial)}::bytea[], ${places.map(({ counter }) => counter)}::smallint[])
      as u (serial, counter)
    join ballot.ballot b on b.election_id = ${electionId} and b.serial = u.serial and b.counter = u.counter`.execute(db)
  return rows
}

/** How many ballots a serial has cast: the counter of its next one. */
export const nextCounter = async (db: Db, electionId: number, serial: Buffer): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(counter) + 1, 0) as next from ballot.ballot
    where election_id = ${electionId} and serial = ${serial}`.execute(db)
  return rows[0]!.next
}
