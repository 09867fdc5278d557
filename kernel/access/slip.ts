import type { Context } from 'hono'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from './actor.ts'
import { idle, writeCookie } from './cookie.ts'
import { hashToken, newCode, newToken } from './token.ts'

/** A slip: lets one named person do one task until it expires, by its link and a code sent to the phone. */
export type NewSlip = {
  purpose: 'vet' | 'review'
  /** The request or panel it opens. */
  subjectId: number
  holder: string
  unitName: string
  phone: string
  expiresAt: string
}

/** Issues a slip. @returns the token of its link, which is shown once and stored only as a hash */
export const issueSlip = async (tx: Tx, actor: Actor, slip: NewSlip): Promise<{ id: number; token: string }> => {
  const token = newToken()
  const { id } = await tx
    .insertInto('access.slip')
    .values({
      token_hash: hashToken(token),
      purpose: slip.purpose,
      subject_id: slip.subjectId,
      holder: slip.holder,
      unit_name: slip.unitName,
      phone: slip.phone,
      expires_at: slip.expiresAt,
      created_by: actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'access.slip.issue', subjectKind: slip.purpose, subjectId: slip.subjectId })
  return { id, token }
}

/** Takes back every slip of a task that still opens it; who entered by one is out at once. */
export const revokeSlips = async (
  tx: Tx,
  actor: Actor,
  purpose: NewSlip['purpose'],
  subjectId: number,
): Promise<void> => {
  const { numAffectedRows } = await sql`
    update access.slip set revoked_at = clock_timestamp()
    where purpose = ${purpose} and subject_id = ${subjectId} and revoked_at is null`.execute(tx)
  if (numAffectedRows) await record(tx, actor, { action: 'access.slip.revoke', subjectKind: purpose, subjectId })
}

/** A slip as whoever issued it sees it. */
export type IssuedSlip = {
  subjectId: number
  holder: string
  unitName: string
  phone: string
  expiresAt: string
  /** It was opened with a code at least once. */
  opened: boolean
}

/** The slips of some tasks that still open them. */
export const slipsOf = async (
  db: Db,
  purpose: NewSlip['purpose'],
  subjectIds: readonly number[],
): Promise<IssuedSlip[]> => {
  const { rows } = await sql<IssuedSlip>`
    select subject_id as "subjectId", holder, unit_name as "unitName", phone, expires_at as "expiresAt",
      session_hash is not null as opened
    from access.slip where purpose = ${purpose} and subject_id = any(${[...subjectIds]}::bigint[])
      and revoked_at is null and expires_at > clock_timestamp() order by id`.execute(db)
  return rows
}

type SlipRow = {
  id: number
  holder: string
  phone: string
  code_hash: string | null
  code_tries: number
  code_valid: boolean
}

const usable = async (tx: Tx, token: string): Promise<SlipRow> => {
  const { rows } = await sql<SlipRow>`
    select id, holder, phone, code_hash, code_tries, coalesce(code_expires_at > clock_timestamp(), false) as code_valid
    from access.slip where token_hash = ${hashToken(token)} and revoked_at is null and expires_at > clock_timestamp()
    for update`.execute(tx)
  if (!rows[0]) throw expired()
  return rows[0]
}

/**
 * Makes a new six-digit code, good for 5 minutes. A minute lies between two codes and five are a day's most, so that
 * nobody's telephone is flooded by whoever has the link.
 * @returns the code and phone, for the message that carries it
 * @throws Problem `slip.expired`, `slip.too-soon`, `slip.too-many`
 */
export const requestSlipCode = async (tx: Tx, token: string): Promise<{ code: string; phone: string }> => {
  const slip = await usable(tx, token)
  await requireSparing(tx, slip.id)
  const code = newCode()
  await sql`update access.slip set code_hash = ${hashToken(code)}, code_tries = 0,
    code_expires_at = clock_timestamp() + interval '5 minutes' where id = ${slip.id}`.execute(tx)
  const who = { id: `slip:${slip.id}`, name: slip.holder }
  await record(tx, who, { action: 'access.slip.code', subjectKind: 'slip', subjectId: slip.id })
  return { code, phone: slip.phone }
}

/** Codes are counted in the record, which keeps each of them anyway. */
const requireSparing = async (tx: Tx, slipId: number) => {
  const { rows } = await sql<{ today: number; soon: boolean }>`
    select count(*) as today, coalesce(max(at) > clock_timestamp() - interval '1 minute', false) as soon
    from audit.entry where subject_kind = 'slip' and subject_id = ${String(slipId)} and action = 'access.slip.code'
      and at > clock_timestamp() - interval '1 day'`.execute(tx)
  const { today, soon } = rows[0]!
  if (soon) throw refuse('slip.too-soon', '验证码刚刚发过，请查看短信；没有收到的，1分钟后再要一次。', { status: 429 })
  if (today >= 5)
    throw refuse('slip.too-many', '今天已发过5次验证码，请明天再试，或者与发送单位联系。', { status: 429 })
}

/** What the entry page shows of a slip to whoever has its link: whom it is for, never the whole telephone. */
export type SlipView = {
  holder: string
  unitName: string
  purpose: NewSlip['purpose']
  subjectId: number
  expiresAt: string
  maskedPhone: string
  /** A code was sent and can still be entered. */
  codePending: boolean
}

/** @throws Problem `slip.expired` */
export const viewSlip = async (db: Db, token: string): Promise<SlipView> => {
  const { rows } = await sql<SlipView>`
    select holder, unit_name as "unitName", purpose, subject_id as "subjectId", expires_at as "expiresAt",
      regexp_replace(phone, '^(.{3}).*(.{2})$', '\\1******\\2') as "maskedPhone",
      coalesce(code_expires_at > clock_timestamp() and code_hash is not null and code_tries < 5, false) as "codePending"
    from access.slip where token_hash = ${hashToken(token)} and revoked_at is null
      and expires_at > clock_timestamp()`.execute(db)
  if (!rows[0]) throw expired()
  return rows[0]
}

const expired = () => refuse('slip.expired', '这个链接已失效，请向发送单位索取新的链接。', { status: 404 })

export type SlipAnswer = { opened: true } | { opened: false; triesLeft: number }

/** Opens the slip with its code. A wrong code is counted (five tries), so it must be answered, not thrown: a throw would undo the count. */
export const openSlip = async (tx: Tx, c: Context, token: string, code: string): Promise<SlipAnswer> => {
  const slip = await usable(tx, token)
  if (!slip.code_valid || slip.code_tries >= 5) return { opened: false, triesLeft: 0 }
  if (slip.code_hash !== hashToken(code)) {
    await sql`update access.slip set code_tries = code_tries + 1 where id = ${slip.id}`.execute(tx)
    return { opened: false, triesLeft: 4 - slip.code_tries }
  }
  const session = newToken()
  await sql`update access.slip set session_hash = ${hashToken(session)}, session_seen_at = clock_timestamp(),
    code_hash = null where id = ${slip.id}`.execute(tx)
  writeCookie(c, session)
  return { opened: true }
}

type SlipSession = {
  id: number
  holder: string
  unit_name: string
  purpose: NewSlip['purpose']
  subject_id: number
  stale: boolean
}

/** The holder of an opened slip, while it is neither expired nor revoked nor idle: a new code opens it again. */
export const slipActor = async (db: Db, sessionHash: string): Promise<Actor | null> => {
  const { rows } = await sql<SlipSession>`
    select id, holder, unit_name, purpose, subject_id, session_seen_at < clock_timestamp() - interval '1 minute' as stale
    from access.slip where session_hash = ${sessionHash} and revoked_at is null and expires_at > clock_timestamp()
      and session_seen_at > clock_timestamp() - ${idle}::interval`.execute(db)
  const slip = rows[0]
  if (!slip) return null
  if (slip.stale)
    await sql`update access.slip set session_seen_at = clock_timestamp() where id = ${slip.id}`.execute(db)
  return {
    kind: 'slip',
    id: `slip:${slip.id}`,
    name: slip.holder,
    accountId: null,
    postId: null,
    postTitle: '',
    unitId: null,
    unitName: slip.unit_name,
    unitPath: '',
    roles: [slip.purpose === 'vet' ? 'vetter' : 'expert'],
    slip: { id: slip.id, purpose: slip.purpose, subjectId: slip.subject_id },
  }
}

/** Leaving ends what the code opened; the slip itself stays good for another code. */
export const closeSlipSession = (db: Db, sessionHash: string) =>
  sql`update access.slip set session_hash = null where session_hash = ${sessionHash}`.execute(db)
