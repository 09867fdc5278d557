import type { Context } from 'hono'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from './actor.ts'
import { writeCookie } from './session.ts'
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

type SlipRow = { id: number; phone: string; code_hash: string | null; code_tries: number; code_valid: boolean }

const usable = async (tx: Tx, token: string): Promise<SlipRow> => {
  const { rows } = await sql<SlipRow>`
    select id, phone, code_hash, code_tries, coalesce(code_expires_at > clock_timestamp(), false) as code_valid
    from access.slip where token_hash = ${hashToken(token)} and revoked_at is null and expires_at > clock_timestamp()
    for update`.execute(tx)
  if (!rows[0]) throw refuse('slip.expired', '这个链接已失效，请向发送单位索取新的链接。', { status: 404 })
  return rows[0]
}

/** Makes a new six-digit code, good for 5 minutes. @returns the code and phone, for the message that carries it */
export const requestSlipCode = async (tx: Tx, token: string): Promise<{ code: string; phone: string }> => {
  const slip = await usable(tx, token)
  const code = newCode()
  await sql`update access.slip set code_hash = ${hashToken(code)}, code_tries = 0,
    code_expires_at = clock_timestamp() + interval '5 minutes' where id = ${slip.id}`.execute(tx)
  return { code, phone: slip.phone }
}

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
  await sql`update access.slip set session_hash = ${hashToken(session)}, code_hash = null where id = ${slip.id}`.execute(
    tx,
  )
  writeCookie(c, session)
  return { opened: true }
}

type SlipSession = { id: number; holder: string; unit_name: string; purpose: string; subject_id: number }

/** The holder of an opened slip, while it is neither expired nor revoked. */
export const slipActor = async (db: Db, sessionHash: string): Promise<Actor | null> => {
  const { rows } = await sql<SlipSession>`
    select id, holder, unit_name, purpose, subject_id from access.slip
    where session_hash = ${sessionHash} and revoked_at is null and expires_at > clock_timestamp()`.execute(db)
  const slip = rows[0]
  if (!slip) return null
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
