import { timingSafeEqual } from 'node:crypto'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from '../election/frozen.ts'

const minutes = 30

/** Shows which WeChat account a browser belongs to, for half an hour: its openid only as HMAC. */
export const wechatProof = (frozen: Frozen, openid: string): string => {
  const body = `${Date.now() + minutes * 60_000}.${frozen.mac('wechat', openid).toString('base64url')}`
  return `${body}.${tag(frozen, body)}`
}

const tag = ({ mac }: Frozen, body: string) => mac('wechat proof', body).toString('base64url')

const openidHash = (frozen: Frozen, proof: string): Buffer | undefined => {
  const [until = '', hash = '', given = ''] = proof.split('.')
  const [right, said] = [Buffer.from(tag(frozen, `${until}.${hash}`)), Buffer.from(given)]
  if (right.length !== said.length || !timingSafeEqual(right, said) || Number(until) < Date.now()) return undefined
  return Buffer.from(hash, 'base64url')
}

/** One WeChat account for one telephone and the other way round. @throws Problem `ballot.wechat-missing`, `ballot.wechat-taken` */
export const bindWechat = async (tx: Tx, frozen: Frozen, voter: Buffer, proof = ''): Promise<void> => {
  const openid = openidHash(frozen, proof)
  if (!openid) throw refuse('ballot.wechat-missing', '请在微信里打开本页，并同意授权后再试。', { status: 403 })
  await sql`
    insert into ballot.wechat (election_id, openid_hash, voter_hash) values (${frozen.id}, ${openid}, ${voter})
    on conflict do nothing`.execute(tx)
  const { rows } = await sql`
    select from ballot.wechat where election_id = ${frozen.id} and openid_hash = ${openid}
      and voter_hash = ${voter}`.execute(tx)
  if (rows.length === 0)
    throw refuse('ballot.wechat-taken', '这个微信号或者手机号码已经与另一个绑定，一人一票，不能换用。', { status: 403 })
}
