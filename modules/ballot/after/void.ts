import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { businessNow, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { frozenById } from '../election/frozen.ts'
import type { Election } from '../election/load.ts'
import { append, holdLog, plainLeaf } from '../log/append.ts'
import { signHead } from '../log/head.ts'
import { minuteOf } from '../log/leaf.ts'

/** An officer as the log names one: unit, post, name. */
export const officerOf = ({ unitName, postTitle, name }: Actor): string =>
  [unitName, postTitle, name].filter(Boolean).join(' ').normalize('NFC')

const requireCleaning = ({ state }: Election) => {
  if (state === 'drained') return
  throw refuse('ballot.not-cleaning', '作废只在投票截止、全部入账之后，定账之前办理。')
}

/**
 * Proposes ballots to be voided, each for a reason that the rules named before the opening. Proposing changes nothing.
 * @throws Problem `ballot.not-cleaning`, `ballot.reason`, `ballot.not-standing`, `ballot.proposed`
 */
export const proposeVoids = async (
  tx: Tx,
  actor: Actor,
  election: Election,
  given: { leaves: number[]; reason: string; note: string },
): Promise<void> => {
  requireCleaning(election)
  if (!election.rules.voidReasons.some(({ code }) => code === given.reason))
    throw refuse('ballot.reason', '作废理由不在开票前公布的规则里，不能使用。', { status: 422 })
  await requireStanding(tx, election.id, given.leaves)
  const { rows } = await sql<{ id: number }>`
    insert into ballot.void_proposal (election_id, leaf_index, reason, note, proposed_by, proposed_as)
    select ${election.id}, index, ${given.reason}, ${given.note}, ${actor.accountId}, ${officerOf(actor)}
    from unnest(${given.leaves}::int[]) index on conflict do nothing returning id`.execute(tx)
  if (rows.length < given.leaves.length)
    throw refuse('ballot.proposed', '其中有选票已经提请作废或已作废，请刷新后再选。')
  await record(tx, actor, {
    action: 'ballot.void.propose',
    subjectKind: 'election',
    subjectId: election.id,
    detail: { leaves: given.leaves, reason: given.reason },
  })
}

/** Only what counts can be taken out of the count. */
const requireStanding = async (db: Db, electionId: number, leaves: number[]) => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ballot.leaf l where l.election_id = ${electionId} and l.index = any(${leaves}::int[])
      and l.kind = 'ballot' and not exists (select from ballot.leaf o where o.election_id = l.election_id
        and o.serial = l.serial and o.counter = l.counter + 1)`.execute(db)
  if (rows[0]!.count === new Set(leaves).size && new Set(leaves).size === leaves.length) return
  throw refuse('ballot.not-standing', '只有计票的选票才能作废：其中有的不是选票，或已被本人的后一张代替。', {
    status: 422,
  })
}

export type Proposal = { id: number; leafIndex: number; reason: string; proposedBy: number; proposedAs: string }

export const openProposal = async (tx: Tx, electionId: number, id: number): Promise<Proposal | undefined> => {
  const { rows } = await sql<Proposal>`
    select id, leaf_index as "leafIndex", reason, proposed_by as "proposedBy", proposed_as as "proposedAs"
    from ballot.void_proposal where id = ${id} and election_id = ${electionId} and decision is null
    for update`.execute(tx)
  return rows[0]
}

/**
 * The second officer decides. An approval is a leaf of its own, signed at once; the ballot stays where it is.
 * @throws Problem `ballot.same-person`, `ballot.not-cleaning`, `ballot.no-proposal`
 */
export const decideVoid = async (
  tx: Tx,
  actor: Actor,
  election: Election,
  given: { id: number; approve: boolean },
): Promise<void> => {
  requireCleaning(election)
  const proposal = await openProposal(tx, election.id, given.id)
  if (!proposal) throw refuse('ballot.no-proposal', '这条作废提请已经办过，请刷新页面。')
  const by: [string, string] = [proposal.proposedAs, officerOf(actor)]
  if (proposal.proposedBy === actor.accountId || by[0] === by[1])
    throw refuse('ballot.same-person', '提请和批准应由两个人办理，请由另一名工作人员批准。', { status: 403 })
  await sql`update ballot.void_proposal set decision = ${given.approve ? 'approved' : 'rejected'},
    decided_by = ${actor.accountId}, decided_as = ${by[1]}, decided_at = app.now() where id = ${proposal.id}`.execute(
    tx,
  )
  if (given.approve) await appendVoid(tx, election, proposal, by)
  await record(tx, actor, {
    action: given.approve ? 'ballot.void.approve' : 'ballot.void.reject',
    subjectKind: 'election',
    subjectId: election.id,
    detail: { leaf: proposal.leafIndex, reason: proposal.reason },
  })
}

const appendVoid = async (tx: Tx, { id }: Election, { leafIndex: leaf, reason }: Proposal, by: [string, string]) => {
  await holdLog(tx, id)
  const frozen = await frozenById(tx, id)
  const minute = minuteOf(await businessNow(tx))
  await append(tx, frozen, [
    plainLeaf(frozen, { election: frozen.fingerprint, kind: 'void', minute, leaf, reason, by }),
  ])
  await signHead(tx, frozen)
}
