import { fromBase64url, hex, isHash, utf8 } from '../crypto/bytes.ts'
import { digestOf } from '../crypto/digest.ts'
import { readRsaKey } from '../crypto/rsa.ts'
import { canonical } from './canonical.ts'
import {
  exactly,
  isCount,
  isFilled,
  isFlag,
  isInstant,
  isObject,
  isText,
  type Judge,
  list,
  matches,
  nullOr,
  oneOf,
} from './shape.ts'

export type Category = {
  key: string
  name: string
  min: number
  max: number
  blank: boolean
  candidates: { no: number; name: string; unit: string }[]
}
export type IssuingKey = { group: string; mode: 'blind' | 'plain'; key: string }

/** What the checks need of the election document. */
export type ElectionDocument = {
  title: string
  organiser: string
  hash: 'sha256' | 'sm3'
  opensAt: string
  closesAt: string
  groups: { key: string; name: string }[]
  categories: Category[]
  changes: number
  voidReasons: { code: string; name: string }[]
  keys: IssuingKey[]
  log: { name: string; algorithm: 'ed25519' | 'sm2'; key: string }
}

const isKey = matches(/^[a-z0-9-]{1,60}$/)
const isNumber: Judge = value => isCount(value) && value > 0

const candidate = exactly({
  no: isNumber,
  name: isFilled,
  unit: isText,
  summary: isText,
  deeds: isText,
  picture: nullOr(isHash),
})
const category = exactly({
  key: isKey,
  name: isFilled,
  min: isNumber,
  max: isNumber,
  blank: isFlag,
  candidates: list(candidate, 1),
})
const issuingKey = exactly({ group: isKey, mode: oneOf('blind', 'plain'), key: matches(/^[\w-]+$/) })

const shape = exactly({
  format: oneOf('shishi-ballot/1'),
  id: isKey,
  title: isFilled,
  organiser: isFilled,
  effect: isFilled,
  hash: oneOf('sha256', 'sm3'),
  opensAt: isInstant,
  closesAt: isInstant,
  groups: list(exactly({ key: isKey, name: isFilled }), 1),
  categories: list(category, 1),
  order: oneOf('official', 'shuffled'),
  changes: isCount,
  eligibility: exactly({ census: oneOf('none', 'labels', 'required'), wechat: isFlag, defaultGroup: isKey }),
  voidReasons: list(exactly({ code: isKey, name: isFilled })),
  witnesses: list(isFilled),
  keys: list(issuingKey, 1),
  log: exactly({ name: isFilled, algorithm: oneOf('ed25519', 'sm2'), key: matches(/^[\w-]+$/) }),
})

const unique = (values: unknown[]) => new Set(values).size === values.length

const flaws: [string, (document: ElectionDocument) => boolean][] = [
  ['截止时间不在开始时间之后', ({ opensAt, closesAt }) => opensAt >= closesAt],
  ['分组重复', ({ groups }) => !unique(groups.map(({ key }) => key))],
  ['类别重复', ({ categories }) => !unique(categories.map(({ key }) => key))],
  ['作废理由重复', ({ voidReasons }) => !unique(voidReasons.map(({ code }) => code))],
  ['候选对象的编号重复或没有依次增大', ({ categories }) => !rising(categories.flatMap(numbersOf))],
  [
    '应选名额不合理',
    ({ categories }) => categories.some(each => each.min > each.max || each.max > numbersOf(each).length),
  ],
  ['签发公钥不是每组每种方式各一把', document => !eachOnce(document)],
  ['签发公钥不是2048位以上、指数为65537的RSA公钥', ({ keys }) => !keys.every(({ key }) => isStrong(key))],
  ['记录公钥的长度不对', ({ log }) => fromBase64url(log.key)?.length !== (log.algorithm === 'sm2' ? 65 : 32)],
]

const numbersOf = ({ candidates }: Category) => candidates.map(({ no }) => no)
const rising = (numbers: number[]) => numbers.every((no, at) => at === 0 || no > numbers[at - 1]!)

const eachOnce = ({ groups, keys }: ElectionDocument) =>
  keys.length === groups.length * 2 &&
  unique(keys.map(({ key }) => key)) &&
  unique(keys.map(({ group, mode }) => `${group} ${mode}`)) &&
  keys.every(({ group }) => groups.some(({ key }) => key === group))

const isStrong = (key: string) => {
  const der = fromBase64url(key)
  const rsa = der && readRsaKey(der)
  return rsa !== undefined && rsa.bits >= 2048 && rsa.e === 65537n
}

/** What is wrong with a document (B02), in words; none when it is well-formed. */
export const documentFlaws = (value: unknown): string[] => {
  if (!shape(value)) return ['规则文件的项目不全、多余或者格式不对']
  const document = value as ElectionDocument & { eligibility: { defaultGroup: string } }
  const found = flaws.filter(([, isFlawed]) => isFlawed(document)).map(([words]) => words)
  if (!document.groups.some(({ key }) => key === document.eligibility.defaultGroup)) found.push('默认分组不存在')
  const text = canonical(value)
  if (text !== text.normalize('NFC')) found.push('文字没有按Unicode NFC书写')
  return found
}

/** Whether checks of ballots can be made by it at all: even a document with flaws usually has its candidates and keys. */
export const isUsable = (value: unknown): value is ElectionDocument => isObject(value) && shape(value)

export const fingerprintOf = (value: unknown): string => {
  const name = isObject(value) && value.hash === 'sm3' ? 'sm3' : 'sha256'
  return hex(digestOf(name)(utf8(canonical(value))))
}
