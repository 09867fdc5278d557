import { createHash, randomBytes } from 'node:crypto'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from '../election/frozen.ts'
import { takeCode, voterOf } from './code.ts'
import { requireWindow } from './open-window.ts'
import { bindWechat } from './wechat-proof.ts'

/** A voter who was let in: good for half an hour, for the credential and for comments. */
export type Admission = { voter: Buffer; group: string }

type Admitted = { admitted: true; token: string; group: string; groupName: string; issued: boolean }

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Lets a telephone in that shows its code: finds its group by the census and binds its WeChat account where asked.
 * @throws Problem `ballot.not-in-census`, `ballot.wechat-missing`, `ballot.wechat-taken`, `ballot.not-open`, `ballot.closed`
 */
export const admitVoter = async (
  tx: Tx,
  frozen: Frozen,
  given: { phone: string; code: string; wechat?: string | undefined },
): Promise<Admitted | { admitted: false; triesLeft: number }> => {
  await requireWindow(tx, frozen)
  const voter = voterOf(frozen, given.phone)
  const answer = await takeCode(tx, frozen.id, voter, given.code)
  if (!answer.right) return { admitted: false, triesLeft: answer.triesLeft }
  const { group, issued } = await standingOf(tx, frozen, voter)
  if (frozen.document.eligibility.wechat) await bindWechat(tx, frozen, voter, given.wechat)
  const token = randomBytes(32).toString('base64url')
  await sql`
    insert into ballot.admission (token_hash, election_id, voter_hash, group_key, expires_at)
    values (${hashed(token)}, ${frozen.id}, ${voter}, ${group}, clock_timestamp() + interval '30 minutes')`.execute(tx)
  const groupName = frozen.document.groups.find(({ key }) => key === group)!.name
  return { admitted: true, token, group, groupName, issued }
}

/** Whoever has a credential keeps its group, whatever became of the list. */
const standingOf = async (tx: Tx, { id, document }: Frozen, voter: Buffer) => {
  const { rows } = await sql<{ issued: string | null; listed: string | null }>`
    select (select group_key from ballot.voter where election_id = ${id} and voter_hash = ${voter}) as issued,
      (select group_key from ballot.census where election_id = ${id} and voter_hash = ${voter}) as listed`.execute(tx)
  const { issued, listed } = rows[0]!
  const { census, defaultGroup } = document.eligibility
  if (issued) return { group: issued, issued: true }
  if (census === 'required' && !listed)
    throw refuse('ballot.not-in-census', '这个手机号码不在本次评议的名册里。号码登记有误的，请与组织单位联系更正。', {
      status: 403,
    })
  return { group: (census === 'none' ? null : listed) ?? defaultGroup, issued: false }
}

/** @throws Problem `ballot.token` */
export const requireAdmission = async (db: Db, electionId: number, token: string): Promise<Admission> => {
  const { rows } = await sql<Admission>`
    select voter_hash as voter, group_key as "group" from ballot.admission
    where token_hash = ${hashed(token)} and election_id = ${electionId} and expires_at > clock_timestamp()`.execute(db)
  if (!rows[0]) throw refuse('ballot.token', '验证已过期，请重新获取验证码。', { status: 401 })
  return rows[0]
}
