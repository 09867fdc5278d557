import { z } from 'zod'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { defineJob, enqueue } from '#kernel/jobs/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { frozenById } from '../election/frozen.ts'
import { type Election, findElection } from '../election/load.ts'
import { recordLines } from '../log/record.ts'
import { type Verdict, verifyRecord } from '../verify/index.ts'
import { officerOf } from './void.ts'

/** Runs the verifier over the election's record, as anybody could, and keeps its findings. */
export const auditElection = async (db: Db, actor: Actor, election: Election): Promise<Verdict> => {
  const verdict = await verifyRecord(bytesOf(recordLines(db, election, await frozenById(db, election.id), true)))
  const findings = verdict.findings.map(({ rule, message, line }) => ({ rule, message: `第${line}行：${message}` }))
  await sql`
    insert into ballot.audit (election_id, findings, audited_by, audited_as)
    values (${election.id}, ${JSON.stringify(findings)}::jsonb, ${actor.accountId}, ${officerOf(actor)})`.execute(db)
  return verdict
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of lines) yield encoder.encode(text)
}

type Listener = (tx: Tx, actor: Actor, election: Election) => Promise<void>
const listeners: Listener[] = []

/** Tells another module, in the same transaction, that an election's result is public. */
export const onPublished = (listener: Listener): void => {
  listeners.push(listener)
}

/**
 * 签发: the result, every opening and the comments become public.
 * @throws Problem `ballot.not-final`, `ballot.not-audited`, `ballot.same-person`
 */
export const publish = async (tx: Tx, actor: Actor, election: Election): Promise<void> => {
  if (election.state !== 'final') throw refuse('ballot.not-final', '定账之后才能公布结果。')
  if (election.finishedBy === actor.accountId)
    throw refuse('ballot.same-person', '定账和公布应由两个人办理，请由另一名签发人公布。', { status: 403 })
  await requireAudited(tx, election.id)
  await sql`update ballot.election set state = 'published', published_at = app.now(), published_by = ${actor.accountId}
    where id = ${election.id}`.execute(tx)
  await enqueue(tx, forgetNetworks, { id: election.id })
  const published = (await findElection(tx, election.id))!
  for (const listener of listeners) await listener(tx, actor, published)
  await record(tx, actor, { action: 'ballot.election.publish', subjectKind: 'election', subjectId: election.id })
}

/** The last audit since the final head found nothing. */
const requireAudited = async (db: Db, electionId: number) => {
  const { rows } = await sql<{ clean: boolean }>`
    select a.findings = '[]' as clean from ballot.audit a join ballot.election e on e.id = a.election_id
    where a.election_id = ${electionId} and a.audited_at >= e.finished_at order by a.id desc limit 1`.execute(db)
  if (!rows[0]) throw refuse('ballot.not-audited', '公布前须先查验投票记录。')
  if (!rows[0].clean) throw refuse('ballot.not-audited', '投票记录查验没有通过，不能公布。')
}

const portion = 20_000

/** Nothing of a network is needed any more. */
const forgetNetworks = defineJob({
  name: 'ballot.forget-networks',
  schema: z.object({ id: z.number() }),
  handle: async (db, { id }) => {
    for (;;) {
      const { numAffectedRows = 0n } = await sql`
        update ballot.ballot set subnet = null where ctid = any(array(
          select ctid from ballot.ballot where election_id = ${id} and subnet is not null limit ${portion}))`.execute(
        db,
      )
      if (numAffectedRows < BigInt(portion)) return
    }
  },
})

export type CandidateCount = {
  no: number
  ref: number | null
  count: number
  byGroup: { group: string; count: number }[]
}

/** What each candidate got, for the module that asked for the election; undefined until the count is final. */
export const countsOf = ({ result, rules, refs }: Election): CandidateCount[] | undefined =>
  result?.tally.flatMap(({ candidates }) =>
    candidates.map(({ no, after }) => ({
      no,
      ref: refs[no] ?? null,
      count: after.reduce((sum, each) => sum + each, 0),
      byGroup: rules.groups.map(({ key }, at) => ({ group: key, count: after[at]! })),
    })),
  )
