import { createHash } from 'node:crypto'
import { NotBlinded } from '#platform/crypto/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from '../election/frozen.ts'
import type { Mode } from '../shared/index.ts'
import { type Admission, requireAdmission } from './admission.ts'
import { requireWindow } from './open-window.ts'

type Request = { mode: Mode; token: string; input: Buffer }
type Issued = { group: string; mode: Mode; signature: string }
type Row = { group: string; mode: Mode; request: Buffer; signature: Buffer }

/**
 * Signs once for each voter what the browser sent. The same request again gets the same signature, so that a lost reply
 * costs nothing; another request gets none, so that nobody holds two.
 * @throws Problem `ballot.token`, `ballot.issued`, `ballot.blinded`, `ballot.not-open`, `ballot.closed`
 */
export const issue = async (tx: Tx, frozen: Frozen, { mode, token, input }: Request): Promise<Issued> => {
  await requireWindow(tx, frozen)
  const { voter, group } = await requireAdmission(tx, frozen.id, token)
  const request = createHash('sha256').update(`${mode} `).update(input).digest()
  const held =
    (await findIssued(tx, frozen.id, voter)) ?? (await sign(tx, frozen, { voter, group }, mode, input, request))
  if (!held.request.equals(request))
    throw refuse(
      'ballot.issued',
      '这个手机号码已经领过选票凭证。凭证保存在当时使用的手机（浏览器）里，请用那部手机继续；凭证丢失不能补发。',
    )
  return { group: held.group, mode: held.mode, signature: held.signature.toString('base64url') }
}

const columns = sql`group_key as "group", mode, request_hash as request, signature`

const findIssued = async (tx: Tx, electionId: number, voter: Buffer): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select ${columns} from ballot.voter where election_id = ${electionId} and voter_hash = ${voter}`.execute(tx)
  return rows[0]
}

/** Of two at once one signs; the other waits for its commit and finds it. */
const sign = async (
  tx: Tx,
  frozen: Frozen,
  { voter, group }: Admission,
  mode: Mode,
  input: Buffer,
  request: Buffer,
): Promise<Row> => {
  const { rows } = await sql<Row>`
    insert into ballot.voter (election_id, voter_hash, group_key, mode, request_hash, signature)
    values (${frozen.id}, ${voter}, ${group}, ${mode}, ${request}, ${signatureOf(frozen, group, mode, input)})
    on conflict do nothing returning ${columns}`.execute(tx)
  return rows[0] ?? (await findIssued(tx, frozen.id, voter))!
}

const signatureOf = (frozen: Frozen, group: string, mode: Mode, input: Buffer): Buffer => {
  try {
    return Buffer.from(frozen.issuerOf(group, mode)!(input))
  } catch (error) {
    if (!(error instanceof NotBlinded)) throw error
    throw refuse('ballot.blinded', '领票请求不完整，请刷新页面后再试。', { status: 422 })
  }
}
