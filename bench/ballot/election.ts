import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '#kernel/access/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { openSecrets } from '#modules/ballot/election/secrets.ts'
import { createElection, findElection, freeze, useSealingKey } from '#modules/ballot/index.ts'
import type { Rules } from '#modules/ballot/shared/index.ts'
import { credentialFor } from '#modules/ballot/verify/testing/index.ts'
import { type Db, inTransaction, openDatabase, sql } from '#platform/db/index.ts'
import { ownFolder } from '../kit/database.ts'

export type RunningElection = { id: number; slug: string; issuing: KeyObject }

/** Somebody of the office, for what only people do. */
export const officer = (accountId: number): Actor => ({
  kind: 'account',
  id: `account:${accountId}`,
  name: '压力测试',
  accountId,
  postId: null,
  postTitle: '',
  unitId: null,
  unitName: '',
  unitPath: '',
  roles: [],
})

/** Jiaozuo's lists: 15 organisations, 15 and 150 party members. */
const rulesOf = (slug: string): Rules => {
  const hours = (n: number) => `${new Date(Date.now() + n * 3_600_000).toISOString().slice(0, 19)}Z`
  const people = (from: number, many: number) =>
    Array.from({ length: many }, (_, n) => ({
      no: from + n,
      name: `候选${from + n}`,
      unit: '某单位',
      summary: '',
      deeds: '',
      picture: null,
    }))
  const category = (key: string, name: string, min: number, max: number, from: number, many: number) => ({
    key,
    name,
    min,
    max,
    blank: false,
    candidates: people(from, many),
  })
  return {
    id: slug,
    title: '压力测试评议',
    organiser: '某市委组织部',
    effect: '征求意见',
    hash: 'sha256',
    opensAt: hours(-1),
    closesAt: hours(24),
    groups: [{ key: 'residents', name: '群众' }],
    categories: [
      category('teams', '先进基层党组织', 8, 10, 1, 15),
      category('ten', '十佳共产党员', 8, 10, 16, 15),
      category('fine', '优秀共产党员', 1, 100, 31, 150),
    ],
    order: 'official',
    changes: 3,
    eligibility: { census: 'none', wechat: false, defaultGroup: 'residents' },
    voidReasons: [],
    witnesses: [],
  }
}

const addAccounts = async (db: Db): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    with p as (insert into units.person (name) values ('甲'), ('乙') returning id)
    insert into access.account (person_id, login) select id, 'bench-' || id from p returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * A frozen election that takes ballots now, and its private key for the plain mode, which the load generator makes
 * credentials with. Servers that are started afterwards read the same secret, by which keys are sealed.
 */
export const openElection = async (url: string): Promise<RunningElection> => {
  const secret = randomBytes(32)
  process.env.SECRET_FILE = join(ownFolder(), 'secret.key')
  writeFileSync(process.env.SECRET_FILE, secret.toString('hex'))
  useSealingKey(secret)
  const db = openDatabase(url, { poolSize: 2 })
  const slug = `bench-${randomBytes(4).toString('hex')}`
  try {
    const [maker, signer] = await addAccounts(db)
    const id = await inTransaction(db, async tx => {
      const unitId = await addUnit(tx, { name: '某市', kind: 'city' })
      return createElection(tx, officer(maker!), { unitId, rules: rulesOf(slug) })
    })
    await inTransaction(db, async tx => freeze(tx, officer(signer!), (await findElection(tx, id, true))!))
    const { rows } = await sql<{ secrets: Buffer }>`select secrets from ballot.election where id = ${id}`.execute(db)
    const key = Buffer.from(openSecrets(id, rows[0]!.secrets).issuing[1]!, 'base64url')
    return { id, slug, issuing: createPrivateKey({ key, format: 'der', type: 'pkcs8' }) }
  } finally {
    await db.destroy()
  }
}

/** Credentials signed at once, in the threads of the pool. */
const atOnce = 64

/** First ballots of so many voters as the bodies of their requests. */
export const bodiesOf = async ({ issuing }: RunningElection, many: number): Promise<string[]> => {
  const bodies: string[] = []
  const one = async (n: number) => {
    const serial = randomBytes(32)
    return JSON.stringify({
      serial: serial.toString('hex'),
      group: 'residents',
      mode: 'plain',
      credential: await credentialFor(issuing, serial),
      counter: 0,
      salt: randomBytes(32).toString('hex'),
      choices: choicesOf(n),
    })
  }
  while (bodies.length < many) {
    const some = Array.from({ length: Math.min(atOnce, many - bodies.length) }, (_, n) => bodies.length + n)
    bodies.push(...(await Promise.all(some.map(one))))
  }
  return bodies
}

/** Ten, ten and thirty names, other ones for other voters. */
const choicesOf = (n: number): number[][] => {
  const some = (from: number, of: number, many: number) =>
    Array.from({ length: many }, (_, k) => from + ((n + k) % of)).toSorted((a, b) => a - b)
  return [some(1, 15, 10), some(16, 15, 10), some(31, 150, 30)]
}
