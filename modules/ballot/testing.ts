import { randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { Actor } from '#kernel/access/index.ts'
import { type TestClient, testApi, testTree } from '#kernel/access/testing.ts'
import { publicityRoutes } from '#kernel/publicity/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { createElection, type NewElection } from './election/election.ts'
import { freeze } from './election/freeze.ts'
import { frozenById } from './election/frozen.ts'
import { findElection } from './election/load.ts'
import { replaceCensus } from './identity/census.ts'
import { holdLog } from './log/append.ts'
import { signHead } from './log/head.ts'
import { sequence } from './log/sequencer.ts'
import { ballotRoutes } from './routes/index.ts'
import { useSealingKey } from './sealing.ts'
import {
  ballotApi,
  ballotDeskApi,
  type Candidate,
  type Choices,
  type Mode,
  type Receipt,
  type Result,
  type Rules,
} from './shared/index.ts'

useSealingKey(randomBytes(32))

/** Puts the business clock of a test's own database to an instant; it may go back. */
export const setNow = async (db: Db, instant: string): Promise<void> => {
  await sql`delete from app.clock`.execute(db)
  await sql`insert into app.clock (ahead) values (${instant}::timestamptz - clock_timestamp())`.execute(db)
}

export const sampleWindow = { opensAt: '2017-04-18T00:00:00Z', closesAt: '2017-04-25T10:00:00Z' }
export const during = '2017-04-20T02:30:00Z'
export const afterwards = '2017-04-25T10:00:00Z'

const candidates = (from: number, count: number): Candidate[] =>
  Array.from({ length: count }, (_, n) => ({
    no: from + n,
    name: `候选${from + n}`,
    unit: '示例单位',
    summary: '扎根一线，为群众办实事。',
    deeds: '先进事迹。'.repeat(20),
    picture: null,
  }))

/** Two groups, two categories: two or three of five, and one of three or none. */
export const sampleRules = (over: Partial<Rules> = {}): Rules => ({
  id: `sample-${randomBytes(4).toString('hex')}`,
  title: '示例评议',
  organiser: '示例市委组织部',
  effect: '结果作为审定时的参考。',
  hash: 'sha256',
  ...sampleWindow,
  groups: [
    { key: 'members', name: '党员' },
    { key: 'residents', name: '群众' },
  ],
  categories: [
    { key: 'teams', name: '示范单位', min: 2, max: 3, blank: false, candidates: candidates(1, 5) },
    { key: 'people', name: '先进个人', min: 1, max: 1, blank: true, candidates: candidates(11, 3) },
  ],
  order: 'shuffled',
  changes: 3,
  eligibility: { census: 'labels', wechat: false, defaultGroup: 'residents' },
  voidReasons: [
    { code: 'script', name: '程序批量投票' },
    { code: 'not-entitled', name: '不在投票范围' },
  ],
  witnesses: [],
  ...over,
})

export type Officers = { organiser: TestClient; checker: TestClient; issuer: TestClient; leader: TestClient }

/** A visitor's address is that of the header x-address, or else every request comes from a network of its own. */
export const everywhere = () => {
  let count = 0
  return (c: { req: { header: (name: string) => string | undefined } }) => {
    count += 1
    return c.req.header('x-address') ?? `10.${count >> 8}.${count & 255}.1`
  }
}

/** A server with the room's endpoints, those of notices, and the officers of one city. */
export const testOffice = async (db: Db) => {
  const clientAddress = everywhere()
  const server = testApi(db, api => {
    ballotRoutes(api, { clientAddress })
    publicityRoutes(api)
  })
  const units = await testTree(db)
  const officer = (role: 'organiser' | 'checker' | 'issuer' | 'leader', name: string) =>
    server.signedIn({ unitId: units.city, roles: [role], name })
  const officers: Officers = {
    organiser: await officer('organiser', '张经办'),
    checker: await officer('checker', '李复核'),
    issuer: await officer('issuer', '王签发'),
    leader: await officer('leader', '赵领导'),
  }
  return { server, units, ...officers }
}
export type Office = Awaited<ReturnType<typeof testOffice>>

/** A frozen election of the office, with the clock inside its window. */
export const openElection = async (
  db: Db,
  office: Office,
  over: Partial<Rules> = {},
  more: Partial<NewElection> & { census?: Record<string, string>; log?: 'ed25519' | 'sm2' } = {},
) => {
  const rules = sampleRules(over)
  const { census, log, ...given } = more
  const drafted = asActor(office.organiser)
  const id = await inTransaction(db, tx => createElection(tx, drafted, { unitId: office.units.city, rules, ...given }))
  await setNow(db, '2017-04-17T00:00:00Z')
  await inTransaction(db, async tx => {
    const election = (await findElection(tx, id, true))!
    const lines = Object.entries(census ?? { '13900000001': 'members' }).map(([phone, group]) => ({ phone, group }))
    await replaceCensus(tx, drafted, election, lines)
    await freeze(tx, asActor(office.issuer), election, log)
  })
  await setNow(db, during)
  return { id, slug: rules.id, rules, poll: pollOf(db, office, rules) }
}

const asActor = ({ ids }: TestClient): Actor => ({
  kind: 'account',
  id: `account:${ids.accountId}`,
  name: '测试员',
  accountId: ids.accountId,
  postId: ids.postId,
  postTitle: '岗位',
  unitId: ids.unitId,
  unitName: '测试市',
  unitPath: '',
  roles: [],
})

/** What a browser keeps of a voter. */
export type TestVoter = { serial: string; group: string; mode: Mode; credential: string }

/** Voters of an election, as their browsers act. */
export const pollOf = (db: Db, { server: { visitor } }: Office, { id: slug }: Rules) => {
  const params = { slug }

  const admitted = async (phone: string) => {
    await visitor.call(ballotApi.requestCode, { params, body: { phone } })
    const answer = await visitor.call(ballotApi.admit, { params, body: { phone, code: await lastCode(db, phone) } })
    if (!answer.admitted) throw new Error('not admitted')
    return answer
  }

  /** A voter with a credential: blind as a browser does it, or plain, which costs a test less. */
  const voter = async (phone: string, mode: Mode = 'plain'): Promise<TestVoter> => {
    const { token, group } = await admitted(phone)
    const serial = randomBytes(32)
    const own = { serial: serial.toString('hex'), group, mode }
    if (mode === 'plain') {
      const body = { mode, token, serial: own.serial }
      return { ...own, credential: (await visitor.call(ballotApi.issueCredential, { params, body })).signature }
    }
    const { keys } = await visitor.call(ballotApi.getElection, { params })
    const { key } = keys.find(each => each.group === group && each.mode === mode)!
    const blinded = await blind(key, serial)
    const body = { mode, token, blinded: blinded.request }
    const { signature } = await visitor.call(ballotApi.issueCredential, { params, body })
    return { ...own, credential: await blinded.finish(signature) }
  }

  const cast = (by: TestVoter, choices: Choices, over: object = {}): Promise<Receipt> =>
    visitor.call(ballotApi.castBallot, { params, body: { ...ballotOf(by, choices), ...over } })

  return { params, admitted, voter, cast }
}
export type Poll = ReturnType<typeof pollOf>

/** A first ballot, ready to be cast. */
export const ballotOf = (by: TestVoter, choices: Choices) => ({
  ...by,
  counter: 0,
  salt: randomBytes(32).toString('hex'),
  choices,
})

/** The code in the newest text message to a telephone. */
export const lastCode = async (db: Db, phone: string): Promise<string> => {
  const { rows } = await sql<{ body: string }>`
    select body from notifications.message where address = ${phone} order by id desc limit 1`.execute(db)
  return /\d{6}/.exec(rows[0]!.body)![0]
}

/** The browser's side of RFC 9474. */
export const blind = async (spki: string, serial: Uint8Array) => {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('spki', Buffer.from(spki, 'base64url'), algorithm, true, ['verify'])
  const suite = RSABSSA.SHA384.PSS.Deterministic()
  const { blindedMsg, inv } = await suite.blind(key, serial)
  return {
    request: Buffer.from(blindedMsg).toString('base64url'),
    finish: async (signature: string) =>
      Buffer.from(await suite.finalize(key, serial, Buffer.from(signature, 'base64url'), inv)).toString('base64url'),
  }
}

/** A telephone for each number. */
export const phoneOf = (n: number): string => `138${String(n).padStart(8, '0')}`

/** The whole record as the public downloads it. */
export const recordOf = async ({ server }: Office, slug: string): Promise<string> =>
  (await server.app.request(`/api/ballot/elections/${slug}/record`)).text()

/** … as the verifier of the command line reads it. */
export async function* streamOf(record: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(record)
}

/** Puts waiting ballots into the log and signs it, as the sequencer does when a head is due. */
export const logNow = async (db: Db, electionId: number): Promise<void> => {
  await sequence(db, electionId)
  await inTransaction(db, async tx => {
    await holdLog(tx, electionId)
    await signHead(tx, await frozenById(tx, electionId))
  })
}

/** From the open window to the published result, by all the officers. */
export const countOut = async (db: Db, office: Office, id: number): Promise<Result> => {
  const params = { id }
  await setNow(db, afterwards)
  await office.organiser.call(ballotDeskApi.closeElection, { params, body: {} })
  const result = await office.organiser.call(ballotDeskApi.finishElection, { params, body: {} })
  await office.checker.call(ballotDeskApi.auditElection, { params, body: {} })
  await office.issuer.call(ballotDeskApi.publishElection, { params, body: {} })
  return result
}
