import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { canonicalJson } from '#platform/crypto/index.ts'
import { businessNow, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { append, holdLog, plainLeaf } from '../log/append.ts'
import { signHead } from '../log/head.ts'
import { minuteOf } from '../log/leaf.ts'
import type { ElectionDocument } from '../shared/index.ts'
import { checklist } from './checklist.ts'
import { requireDraft } from './election.ts'
import { fingerprintOf, frozenById, hashNameOf } from './frozen.ts'
import type { Election } from './load.ts'
import { openSecrets, sealSecrets, withKeys } from './secrets.ts'

/**
 * Freezes rules and candidates with their keys (签发): the fingerprint stands, the log begins, and from here on only the
 * window decides whether ballots are taken.
 * @throws Problem `ballot.frozen`, `ballot.same-person`, `ballot.not-ready` with what is missing
 */
export const freeze = async (
  tx: Tx,
  actor: Actor,
  election: Election,
  algorithm: ElectionDocument['log']['algorithm'] = 'ed25519',
): Promise<string> => {
  requireDraft(election)
  if (election.createdBy === actor.accountId)
    throw refuse('ballot.same-person', '拟定和签发应由两个人办理，请由另一名签发人冻结。', { status: 403 })
  await requireReady(tx, election)
  const fingerprint = await setDocument(tx, actor, election, algorithm)
  await holdLog(tx, election.id)
  const frozen = await frozenById(tx, election.id)
  const minute = minuteOf(await businessNow(tx))
  await append(tx, frozen, [plainLeaf(frozen, { election: fingerprint, kind: 'open', minute })])
  await signHead(tx, frozen)
  await record(tx, actor, {
    action: 'ballot.election.freeze',
    subjectKind: 'election',
    subjectId: election.id,
    detail: { fingerprint },
  })
  return fingerprint
}

const requireReady = async (db: Db, election: Election) => {
  const missing = (await checklist(db, election)).filter(({ state }) => state === 'block')
  if (missing.length === 0) return
  throw refuse('ballot.not-ready', missing.map(({ message }) => message).join(''), {
    status: 422,
    findings: missing.map(({ message }) => ({ severity: 'block', message })),
  })
}

const setDocument = async (
  tx: Tx,
  actor: Actor,
  { id, rules }: Election,
  algorithm: ElectionDocument['log']['algorithm'],
): Promise<string> => {
  const { rows } = await sql<{ secrets: Buffer }>`select secrets from ballot.election where id = ${id}`.execute(tx)
  const { document, secrets } = await withKeys(rules, algorithm)
  const text = canonicalJson(document)
  const fingerprint = fingerprintOf(hashNameOf(document), text)
  await sql`
    update ballot.election set state = 'open', document = ${text}, fingerprint = ${fingerprint},
      secrets = ${sealSecrets(id, { ...openSecrets(id, rows[0]!.secrets), ...secrets })},
      frozen_at = app.now(), frozen_by = ${actor.accountId} where id = ${id}`.execute(tx)
  return fingerprint
}
