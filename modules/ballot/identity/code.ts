import { createHash, randomInt } from 'node:crypto'
import { notify } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from '../election/frozen.ts'
import { type Challenge, isAnswered, newChallenge } from './challenge.ts'
import { requireWindow } from './open-window.ts'
import { riskOf } from './risk.ts'

export const limits = { validMinutes: 5, resendSeconds: 60, perDay: 5, tries: 5 }

/** A telephone as this election knows it; another election has another. */
export const voterOf = ({ mac }: Pick<Frozen, 'mac'>, phone: string): Buffer => mac('voter', `phone ${phone}`)

const hashed = (code: string) => createHash('sha256').update(code).digest('hex')
const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** What the text messages of an election are found by when they are forgotten. */
export const codeSubject = ({ title }: { title: string }): string => `“${title}”投票验证码`

type Request = { phone: string; challenge?: { token: string; answer: string } | undefined; subnet: string | null }

/**
 * Sends a six-digit code. A minute lies between two codes to one telephone, five are a day's most.
 * @returns a question to be answered first, where the request is risky
 * @throws Problem `ballot.code-too-soon`, `ballot.code-too-many`, `ballot.wait`, `ballot.not-open`, `ballot.closed`
 */
export const sendCode = async (tx: Tx, frozen: Frozen, given: Request): Promise<Challenge | undefined> => {
  await requireWindow(tx, frozen)
  const voter = voterOf(frozen, given.phone)
  await requireSparing(tx, frozen.id, voter)
  const subnet = given.subnet ? frozen.mac('code subnet', given.subnet).subarray(0, 8) : null
  const risk = await riskOf(tx, frozen.id, given.phone, subnet)
  if (risk.wait)
    throw refuse('ballot.wait', '现在领取验证码的人很多，请过10分钟再试，您的投票资格不受影响。', { status: 429 })
  if (risk.flag && !(given.challenge && isAnswered(frozen, voter, given.challenge))) return newChallenge(frozen, voter)
  const code = newCode()
  await sql`
    insert into ballot.code (election_id, voter_hash, code_hash, flag, subnet)
    values (${frozen.id}, ${voter}, ${hashed(code)}, ${risk.flag}, ${subnet})`.execute(tx)
  await notify(tx, {
    postIds: [],
    smsTo: [given.phone],
    subject: codeSubject(frozen.document),
    body: `验证码${code}，${limits.validMinutes}分钟内有效，用于“${frozen.document.title}”网上评议。工作人员不会向您索要验证码。`,
  })
  return undefined
}

/** One request for a telephone at a time, so that ten at once do not all find the minute over. */
const requireSparing = async (tx: Tx, electionId: number, voter: Buffer) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${voter.toString('hex')}, ${electionId}))`.execute(tx)
  const { rows } = await sql<{ today: number; soon: boolean }>`
    select count(*) as today,
      coalesce(max(sent_at) > clock_timestamp() - make_interval(secs => ${limits.resendSeconds}::int), false) as soon
    from ballot.code where election_id = ${electionId} and voter_hash = ${voter}
      and sent_at > clock_timestamp() - interval '1 day'`.execute(tx)
  const { today, soon } = rows[0]!
  if (soon)
    throw refuse('ballot.code-too-soon', '验证码刚刚发过，请查看短信；没有收到的，1分钟后再要一次。', { status: 429 })
  if (today >= limits.perDay)
    throw refuse('ballot.code-too-many', `这个号码今天已发过${limits.perDay}次验证码，请明天再试。`, { status: 429 })
}

type CodeRow = { id: number; code_hash: string; tries: number; good: boolean }

/** Takes the newest code once. A wrong one is counted, so it is answered and never thrown: a throw would undo the count. */
export const takeCode = async (
  tx: Tx,
  electionId: number,
  voter: Buffer,
  code: string,
): Promise<{ right: true } | { right: false; triesLeft: number }> => {
  const { rows } = await sql<CodeRow>`
    select id, code_hash, tries, not used and tries < ${limits.tries}
      and sent_at > clock_timestamp() - make_interval(mins => ${limits.validMinutes}::int) as good
    from ballot.code where election_id = ${electionId} and voter_hash = ${voter}
    order by sent_at desc, id desc limit 1 for update`.execute(tx)
  const row = rows[0]
  if (!row?.good) return { right: false, triesLeft: 0 }
  if (row.code_hash !== hashed(code.normalize('NFKC').trim())) {
    await sql`update ballot.code set tries = tries + 1 where id = ${row.id}`.execute(tx)
    return { right: false, triesLeft: limits.tries - 1 - row.tries }
  }
  await sql`update ballot.code set used = true where id = ${row.id}`.execute(tx)
  return { right: true }
}
