import { randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { writeSheet } from '#kernel/documents/index.ts'
import { sequenceAll } from '#modules/ballot/index.ts'
import { ballotApi, ballotDeskApi, type Choices } from '#modules/ballot/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Client } from '#platform/http/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { ballotPaper } from './ballot-paper.ts'
import { type House, issue } from './house.ts'
import { firstDay } from './plans.ts'

/** From eight in the morning of the first day, for a week. */
const opensAt = `${firstDay}T00:00:00Z`
const closesAt = '2026-05-27T10:00:00Z'
const voters = 18
const phoneOf = (n: number) => `1380000${String(n).padStart(4, '0')}`

/** A vote that runs on the demo's first day, with some ballots in it: cast as browsers cast them. */
export const publicVote = async (db: Db, house: House): Promise<void> => {
  const clerk = await house.as('city-clerk')
  const rules = ballotPaper(opensAt, closesAt)
  const { id } = await clerk.call(ballotDeskApi.createElection, { body: { rules, witnesses: [] } })
  const members = Array.from({ length: voters / 3 }, (_, n) => phoneOf(n))
  const census = await writeSheet({
    rows: members,
    columns: [
      { title: '手机号码', value: phone => phone },
      { title: '分组', value: () => '党员' },
    ],
  })
  await house.put(clerk, addressOf(ballotDeskApi.importCensus.path, { id }), census)
  await (await house.as('city-issuer')).call(ballotDeskApi.freezeElection, { params: { id }, body: {} })
  await issue(house, 'city', (await clerk.call(ballotDeskApi.draftAnnouncement, { params: { id }, body: {} })).noticeId)
  for (let n = 0; n < voters; n += 1) await vote(db, house.visitor, rules.id, n)
  await sequenceAll(db)
}

/** What the nth voter chooses: spread unevenly, as people do. */
const choicesOf = (n: number): Choices => [
  [...new Set([1 + ((n * 5) % 8), 1 + ((n * n) % 5), 2])].sort((a, b) => a - b),
  n % 5 === 0 ? [] : [9 + (n % 4)],
]

const vote = async (db: Db, visitor: Client, slug: string, n: number): Promise<void> => {
  const [params, phone] = [{ slug }, phoneOf(n)]
  await visitor.call(ballotApi.requestCode, { params, body: { phone } })
  const admission = await visitor.call(ballotApi.admit, { params, body: { phone, code: await codeSentTo(db, phone) } })
  if (!admission.admitted) throw new Error('the demo knows its own codes')
  const { token, group } = admission
  const serial = randomBytes(32)
  const credential = await credentialFor(visitor, slug, { token, group, serial })
  const ballot = { serial: serial.toString('hex'), group, mode: 'blind' as const, credential, counter: 0 }
  const body = { ...ballot, salt: randomBytes(32).toString('hex'), choices: choicesOf(n) }
  await visitor.call(ballotApi.castBallot, { params, body })
}

type Asking = { token: string; group: string; serial: Uint8Array }

/** Blinded, signed and unblinded, as in a browser (RFC 9474). */
const credentialFor = async (visitor: Client, slug: string, { token, group, serial }: Asking): Promise<string> => {
  const params = { slug }
  const { keys } = await visitor.call(ballotApi.getElection, { params })
  const { key: spki } = keys.find(each => each.group === group && each.mode === 'blind')!
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('spki', Buffer.from(spki, 'base64url'), algorithm, true, ['verify'])
  const suite = RSABSSA.SHA384.PSS.Deterministic()
  const { blindedMsg, inv } = await suite.blind(key, serial)
  const blinded = Buffer.from(blindedMsg).toString('base64url')
  const { signature } = await visitor.call(ballotApi.issueCredential, {
    params,
    body: { mode: 'blind', token, blinded },
  })
  return Buffer.from(await suite.finalize(key, serial, Buffer.from(signature, 'base64url'), inv)).toString('base64url')
}

const codeSentTo = async (db: Db, phone: string): Promise<string> => {
  const { rows } = await sql<{ body: string }>`
    select body from notifications.message where address = ${phone} order by id desc limit 1`.execute(db)
  return /\d{6}/.exec(rows[0]!.body)![0]
}
