import { canonicalJson } from '#platform/crypto/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Frozen } from '../election/frozen.ts'
import type { Election } from '../election/load.ts'
import { type Entry, readLog } from './read.ts'

/** How much of an election a record shows. */
type Extent = { stage: 'open' | 'closed' | 'final'; size: number; lastHead: number }

/**
 * The election's record, line by line (docs/ballot.md, “The record file”).
 * @param full for auditors: openings and result as soon as they are settled, before they are published
 */
export async function* recordLines(db: Db, election: Election, frozen: Frozen, full = false): AsyncGenerator<string> {
  const extent = await extentOf(db, election, full)
  const { fingerprint } = frozen
  yield `${canonicalJson({ record: 'shishi-ballot/1', fingerprint, stage: extent.stage })}\n`
  yield `{"election":${frozen.text}}\n`
  const heads = await headsOf(db, election.id, extent)
  for await (const entries of readLog(db, election.id, extent.size)) {
    let lines = ''
    for (const entry of entries) {
      lines += leafLine(entry, extent.stage === 'final')
      for (const note of heads.get(entry.index + 1) ?? []) lines += `${canonicalJson({ head: note })}\n`
    }
    yield lines
  }
  if (extent.stage === 'final') yield `${canonicalJson({ result: election.result! })}\n`
}

/** Up to the last head; what follows the close is shown once it is published. */
const extentOf = async (db: Db, { id, state }: Election, full: boolean): Promise<Extent> => {
  const shown = state === 'published' || (full && state === 'final')
  const { rows } = await sql<{ size: number; lastHead: number; closed: boolean }>`
    select h.size, h.id as "lastHead", exists (select from ballot.leaf c
      where c.election_id = h.election_id and c.kind = 'close' and c.index < h.size) as closed
    from ballot.head h where h.election_id = ${id} and (${shown} or not exists (select from ballot.leaf f
      where f.election_id = h.election_id and f.kind = 'final' and f.index < h.size))
    order by h.id desc limit 1`.execute(db)
  const { size, lastHead, closed } = rows[0]!
  return { size, lastHead, stage: shown ? 'final' : closed ? 'closed' : 'open' }
}

const headsOf = async (db: Db, electionId: number, { lastHead }: Extent): Promise<Map<number, string[]>> => {
  const { rows } = await sql<{ size: number; note: string }>`
    select size, note from ballot.head where election_id = ${electionId} and id <= ${lastHead} order by id`.execute(db)
  const heads = new Map<number, string[]>()
  for (const { size, note } of rows) heads.set(size, [...(heads.get(size) ?? []), note])
  return heads
}

const leafLine = ({ leaf, ballot }: Entry, open: boolean): string => {
  if (!open || !ballot) return `{"leaf":${leaf}}\n`
  const { choices, credential, group, mode, salt, serial } = ballot
  return `{"leaf":${leaf},"opening":{"choices":${choices},"credential":"${credential.toString('base64url')}","group":"${
    group
  }","mode":"${mode}","salt":"${salt.toString('hex')}","serial":"${serial.toString('hex')}"}}\n`
}
