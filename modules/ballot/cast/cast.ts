import { businessNow, type Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Frozen, frozenBySlug } from '../election/frozen.ts'
import { choicesText } from '../log/leaf.ts'
import { choiceFlaws, type Mode, type Receipt } from '../shared/index.ts'
import { type NewBallot, nextCounter } from './insert.ts'
import { keepBallot } from './keep.ts'

/** A ballot as it comes in. */
export type Given = {
  serial: string
  group: string
  mode: Mode
  credential: string
  counter: number
  salt: string
  choices: number[][]
}

/**
 * Casts a ballot: rules, credential, one durable row, receipt. The same ballot again gives the same receipt.
 * @param subnet of the network's address, in clear; only its keyed hash is kept
 * @throws Problem `ballot.unknown`, `ballot.choices`, `ballot.credential`, `ballot.changes`, `ballot.counter`,
 *   `ballot.not-open`, `ballot.closed`
 */
export const cast = async (db: Db, slug: string, given: Given, subnet: string | null): Promise<Receipt> => {
  const frozen = await frozenBySlug(db, slug)
  if (!frozen) throw refuse('ballot.unknown', '没有这次评议，或者还没有公布。', { status: 404 })
  const ballot = checked(frozen, given, subnet)
  const kept = await keepBallot(db, frozen, ballot)
  if ('receipt' in kept) return kept.receipt
  if (kept.refused === 'time') throw await notNow(db, frozen)
  const next = await nextCounter(db, frozen.id, ballot.serial)
  throw refuse('ballot.counter', counterWords[kept.refused], { current: { counter: next } })
}

const counterWords = {
  other: '这张选票已在别处改过，请刷新页面后再投。',
  order: '这张选票的上一次提交还没有收到，请刷新页面后再投。',
}

const checked = (frozen: Frozen, given: Given, subnet: string | null): NewBallot => {
  const { document } = frozen
  const flaws = choiceFlaws(document, given.choices)
  if (flaws.length > 0)
    throw refuse('ballot.choices', flaws.map(({ message }) => message).join(''), {
      status: 422,
      findings: flaws.map(({ category, message }) => ({ path: category, severity: 'block', message })),
    })
  if (given.counter > document.changes)
    throw refuse('ballot.changes', `每张选票最多可以改${document.changes}次，您已改满，以最后一次为准。`)
  const [serial, credential] = [Buffer.from(given.serial, 'hex'), Buffer.from(given.credential, 'base64url')]
  if (!frozen.verifierOf(given.group, given.mode)?.(serial, credential))
    throw refuse('ballot.credential', '选票凭证无效，不是本次评议发出的。请重新领取选票。', { status: 403 })
  return {
    serial,
    counter: given.counter,
    group: given.group,
    mode: given.mode,
    credential,
    salt: Buffer.from(given.salt, 'hex'),
    choices: choicesText(given.choices),
    subnet: subnet ? frozen.mac('ballot subnet', subnet).subarray(0, 8) : null,
  }
}

/** Says by the server's clock why no ballot is taken. */
const notNow = async (db: Db, { document }: Frozen) => {
  const now = await businessNow(db)
  return now < document.opensAt
    ? refuse('ballot.not-open', `投票还没有开始。现在是${clock(now)}，${clock(document.opensAt)}开始。`)
    : refuse('ballot.closed', `投票已于${clock(document.closesAt)}截止，现在是${clock(now)}，这一票没有计入。`)
}

/** 4月18日 8:05:09, in Asia/Shanghai */
export const clock = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.month}月${at.day}日${at.hour}:${two(at.minute)}:${two(at.second)}`
}
