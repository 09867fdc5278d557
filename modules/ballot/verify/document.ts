import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  isBase64url,
  isCount,
  isFlag,
  isHash,
  isInstant,
  isKey,
  isMode,
  isPositive,
  isText,
  isWords,
  listOf,
  matching,
  members,
  oneOf,
} from './shape.ts'
import type { HashName } from './tree.ts'

type Candidate = { no: number; name: string }
export type Category = { key: string; name: string; min: number; max: number; blank: boolean; candidates: Candidate[] }
export type Mode = 'blind' | 'plain'
type IssuingKey = { group: string; mode: Mode; key: string }
export type LogKey = { name: string; algorithm: 'ed25519' | 'sm2'; key: string }

/** The members of the frozen document that a verifier needs. */
export type ElectionDocument = {
  title: string
  hash: HashName
  opensAt: string
  closesAt: string
  groups: { key: string; name: string }[]
  categories: Category[]
  changes: number
  eligibility: { defaultGroup: string }
  voidReasons: { code: string; name: string }[]
  keys: IssuingKey[]
  log: LogKey
}

const isCandidate = members({
  no: isPositive,
  name: isWords,
  unit: isText,
  summary: isText,
  deeds: isText,
  picture: value => value === null || isHash(value),
})

const isCategory = members({
  key: isKey,
  name: isWords,
  min: isPositive,
  max: isPositive,
  blank: isFlag,
  candidates: listOf(isCandidate, 1),
})

/** Two keys of each group must fit into a byte of the table of ballots. */
const mostGroups = 100

const isDocument = members({
  format: oneOf('shishi-ballot/1'),
  id: isKey,
  title: isWords,
  organiser: isWords,
  effect: isWords,
  hash: oneOf('sha256', 'sm3'),
  opensAt: isInstant,
  closesAt: isInstant,
  groups: listOf(members({ key: isKey, name: isWords }), 1, mostGroups),
  categories: listOf(isCategory, 1),
  order: oneOf('official', 'shuffled'),
  changes: isCount,
  eligibility: members({ census: oneOf('none', 'labels', 'required'), wechat: isFlag, defaultGroup: isKey }),
  voidReasons: listOf(members({ code: isKey, name: isWords })),
  witnesses: listOf(isWords),
  keys: listOf(members({ group: isKey, mode: isMode, key: isBase64url }), 1),
  log: members({ name: matching(/^[a-z0-9-]{1,80}$/), algorithm: oneOf('ed25519', 'sm2'), key: isBase64url }),
})

/** The document, and what is wrong with it (rule B02). With a wrong form there is none to go on with. */
export const readDocument = (value: unknown): { document?: ElectionDocument; flaws: string[] } => {
  if (!isDocument(value)) return { flaws: ['选举文件的成员或格式不对。'] }
  const document = value as ElectionDocument
  return { document, flaws: [...flawsOfRules(document), ...flawsOfKeys(document)] }
}

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

const flawsOfRules = (document: ElectionDocument): string[] => {
  const { groups, categories, voidReasons, eligibility, opensAt, closesAt } = document
  const numbers = categories.flatMap(({ candidates }) => candidates.map(({ no }) => no))
  const checks: [boolean, string][] = [
    [unique(groups.map(({ key }) => key)), '有重复的组别。'],
    [unique(categories.map(({ key }) => key)), '有重复的类别。'],
    [unique(voidReasons.map(({ code }) => code)), '有重复的作废理由。'],
    [numbers.every((no, n) => n === 0 || numbers[n - 1]! < no), '候选对象的编号没有依次增大。'],
    [categories.every(({ min, max }) => min <= max), '有类别的最少选数大于最多选数。'],
    [groups.some(({ key }) => key === eligibility.defaultGroup), '默认组别不在组别之中。'],
    [opensAt < closesAt, '开始时间不早于截止时间。'],
  ]
  return checks.flatMap(([sound, message]) => (sound ? [] : [message]))
}

const flawsOfKeys = ({ groups, keys, log }: ElectionDocument): string[] => {
  const wanted = groups.flatMap(({ key }) => [`${key} blind`, `${key} plain`]).toSorted()
  const given = keys.map(({ group, mode }) => `${group} ${mode}`).toSorted()
  const logKey = Buffer.from(log.key, 'base64url')
  const checks: [boolean, string][] = [
    [wanted.join() === given.join(), '签发密钥不是每个组别、每种方式各一把。'],
    [unique(keys.map(({ key }) => key)), '有相同的签发密钥。'],
    [keys.every(({ key }) => issuingKey(key) !== undefined), '签发密钥不是2048位以上、指数65537的RSA公钥。'],
    [log.algorithm === 'sm2' ? logKey.length === 65 : logKey.length === 32, '日志密钥的长度不对。'],
  ]
  return checks.flatMap(([sound, message]) => (sound ? [] : [message]))
}

/** The key that checks credentials; undefined where it is not one that may. */
export const issuingKey = (text: string): KeyObject | undefined => {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' })
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {}
    return key.asymmetricKeyType === 'rsa' && modulusLength! >= 2048 && publicExponent === 65537n ? key : undefined
  } catch {
    return undefined
  }
}
