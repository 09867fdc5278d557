import { type Db, sql } from '#platform/db/index.ts'

/** Number ranges of virtual operators, which farms buy by the thousand, as do honest people: a question, no refusal. */
const virtualRanges = /^(170|171|162|165|167)/

/** Codes to one network in ten minutes from which a question is asked, and from which everybody has to wait. */
const burst = { ask: 30, wait: 300 }

export type Risk = { flag: 'range' | 'burst' | null; wait: boolean }

/**
 * What the identity side may look at. Households, offices and whole towns share one address, so it never refuses
 * anybody for good: it asks, or asks to wait.
 */
export const riskOf = async (db: Db, electionId: number, phone: string, subnet: Buffer | null): Promise<Risk> => {
  const { rows } = await sql<{ recent: number }>`
    select count(*) as recent from ballot.code where election_id = ${electionId} and subnet = ${subnet}
      and sent_at > clock_timestamp() - interval '10 minutes'`.execute(db)
  const { recent } = rows[0]!
  if (recent >= burst.ask) return { flag: 'burst', wait: recent >= burst.wait }
  return { flag: virtualRanges.test(phone) ? 'range' : null, wait: false }
}
