import { type Db, sql } from '#platform/db/index.ts'
import { issuedCounts } from '../identity/issued.ts'
import { latestHead } from '../log/queries.ts'
import type { Witness } from '../log/witness.ts'
import { frozenById } from './frozen.ts'
import type { Election } from './load.ts'

/** How many came and how the log grows; never for whom. */
export const turnoutOf = async (db: Db, election: Election) => {
  if (election.state === 'draft') return null
  const { rows } = await sql<{ logged: number; waiting: number }>`
    select coalesce((select size from ballot.log where election_id = ${election.id}), 0)
        - (select count(*) from ballot.leaf where election_id = ${election.id} and kind <> 'ballot') as logged,
      (select count(*) from ballot.pending where election_id = ${election.id}) as waiting`.execute(db)
  return {
    issued: await issuedCounts(db, await frozenById(db, election.id)),
    ...rows[0]!,
    growth: await growthOf(db, election.id),
    lastHead: (await latestHead(db, election.id)) ?? null,
  }
}

/** Ballots under each signed head: at most some two hundred heads, evenly taken, the last of them always there. */
const growthOf = async (db: Db, electionId: number): Promise<{ at: string; ballots: number }[]> => {
  const { rows } = await sql<{ at: string; ballots: number }>`
    with others as materialized (
      select index from ballot.leaf where election_id = ${electionId} and kind <> 'ballot')
    select at, size - (select count(*) from others where index < size) as ballots from (
      select h.signed_at as at, h.size, row_number() over (order by h.id desc) - 1 as back, count(*) over () as heads
      from ballot.head h where h.election_id = ${electionId}) as each
    where back % greatest(heads / 200, 1) = 0 order by back desc`.execute(db)
  return rows
}

export const witnessesOf = async (db: Db, electionId: number): Promise<Witness[]> => {
  const { rows } = await sql<Witness>`
    select name, kind, address from ballot.witness where election_id = ${electionId} order by id`.execute(db)
  return rows
}

export const listedVoters = async (db: Db, electionId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ballot.census where election_id = ${electionId}`.execute(db)
  return rows[0]!.n
}

type ProposalRow = {
  id: number
  leaf: number
  reason: string
  note: string
  proposedAs: string
  proposedAt: string
  decision: 'approved' | 'rejected' | null
  decidedAs: string | null
  decidedAt: string | null
  own: boolean
}

export const proposalsOf = async (db: Db, electionId: number, accountId: number | null): Promise<ProposalRow[]> => {
  const { rows } = await sql<ProposalRow>`
    select id, leaf_index as leaf, reason, note, proposed_as as "proposedAs", proposed_at as "proposedAt", decision,
      decided_as as "decidedAs", decided_at as "decidedAt", proposed_by = ${accountId} as own
    from ballot.void_proposal where election_id = ${electionId} order by decision nulls first, id desc
    limit 1000`.execute(db)
  return rows
}

type AuditRow = { id: number; auditedAs: string; auditedAt: string; findings: { rule: string; message: string }[] }

export const auditsOf = async (db: Db, electionId: number): Promise<AuditRow[]> => {
  const { rows } = await sql<AuditRow>`
    select id, audited_as as "auditedAs", audited_at as "auditedAt", findings from ballot.audit
    where election_id = ${electionId} order by id desc limit 20`.execute(db)
  return rows
}

type CommentRow = { id: number; candidate: number; words: string; sentOn: string }

export const commentsIn = async (db: Db, electionId: number, state: string): Promise<CommentRow[]> => {
  const { rows } = await sql<CommentRow>`
    select id, candidate, words, sent_on as "sentOn" from ballot.comment
    where election_id = ${electionId} and state = ${state} order by id limit 200`.execute(db)
  return rows
}

/** Codes sent, those for a doubtful number range or from a burst among them, and comments that nobody has read. */
export const signalsOf = async (db: Db, electionId: number) => {
  const { rows } = await sql<{ codes: number; range: number; burst: number; comments: number }>`
    select count(*) as codes, count(*) filter (where flag = 'range') as range,
      count(*) filter (where flag = 'burst') as burst,
      (select count(*) from ballot.comment where election_id = ${electionId} and state = 'waiting') as comments
    from ballot.code where election_id = ${electionId}`.execute(db)
  return rows[0]!
}
