import { fromBase64url, fromHex, hex, join, utf8 } from '../crypto/bytes.ts'
import type { CheckCredential } from '../crypto/credentials.ts'
import type { Digest } from '../crypto/digest.ts'
import { canonical } from './canonical.ts'
import type { Category, ElectionDocument } from './document.ts'
import type { Rule } from './faults.ts'
import type { BallotLeaf, Opening } from './leaf.ts'

export type OpeningChecks = {
  document: ElectionDocument
  digest: Digest
  /** By category, the known candidates' numbers (marks.ts). */
  places: Map<number, number>[]
  /** In the order of the document's keys. */
  credentials: (CheckCredential | undefined)[]
}
export type Found = { rule: Rule; what: string }

const [SERIAL, CHOICES] = [utf8('shishi-ballot/1 serial\n'), utf8('shishi-ballot/1 choices\n')]

const serialOf = (digest: Digest, serial: string) => hex(digest(join(SERIAL, fromHex(serial))))
const choicesOf = (digest: Digest, { salt, choices }: Pick<Opening, 'salt' | 'choices'>) =>
  hex(digest(join(CHOICES, fromHex(salt), utf8(canonical(choices)))))

type Own = Pick<Opening, 'serial' | 'salt' | 'choices'> & { counter: number }

/** Whether a leaf commits to this ballot and no other. */
export const isBallotLeafOf = (digest: Digest, leaf: Pick<BallotLeaf, 'serial' | 'choices' | 'counter'>, own: Own) =>
  leaf.counter === own.counter &&
  leaf.serial === serialOf(digest, own.serial) &&
  leaf.choices === choicesOf(digest, own)

/** B08–B11 of one ballot. */
export const openingFaults = async (checks: OpeningChecks, leaf: BallotLeaf, opening: Opening): Promise<Found[]> => {
  const { digest } = checks
  const found: Found[] = []
  if (serialOf(digest, opening.serial) !== leaf.serial)
    found.push({ rule: 'B08', what: '公开的序列号与入账时的承诺不符' })
  if (choicesOf(digest, opening) !== leaf.choices) found.push({ rule: 'B09', what: '公开的选择与入账时的承诺不符' })
  if (!(await isGenuine(checks, opening, fromHex(opening.serial))))
    found.push({ rule: 'B10', what: '选票凭证的签名不成立' })
  for (const what of choiceFaults(checks, opening.choices)) found.push({ rule: 'B11', what })
  return found
}

/** Which of the document's keys an opening names; −1 for none. */
export const keyOf = ({ keys }: ElectionDocument, { group, mode }: Opening): number =>
  keys.findIndex(key => key.group === group && key.mode === mode)

const isGenuine = async ({ document, credentials }: OpeningChecks, opening: Opening, serial: Uint8Array) => {
  const credential = fromBase64url(opening.credential)
  const check = credentials[keyOf(document, opening)]
  return credential !== undefined && check !== undefined && (await check(serial, credential))
}

const choiceFaults = ({ document: { categories }, places }: OpeningChecks, choices: number[][]): string[] =>
  choices.length === categories.length
    ? categories.flatMap((category, at) => faultOf(category, places[at]!, choices[at]!))
    : [`选票有${choices.length}类，规则有${categories.length}类`]

const faultOf = ({ name, min, max, blank }: Category, known: Map<number, number>, chosen: number[]): string[] => {
  if (!chosen.every(no => known.has(no))) return [`“${name}”里有名单之外的编号`]
  if (!chosen.every((no, at) => at === 0 || no > chosen[at - 1]!)) return [`“${name}”的编号没有依次增大`]
  if (chosen.length === 0 && blank) return []
  return chosen.length < min || chosen.length > max ? [`“${name}”须选${min}至${max}名，选了${chosen.length}名`] : []
}
