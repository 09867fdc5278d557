import { constants, type KeyObject, verify } from 'node:crypto'
import type { BallotTable } from './ballots.ts'
import { type Category, type ElectionDocument, issuingKey } from './document.ts'
import type { Place, Report } from './rules.ts'
import { isBase64url, isHash, isMode, isPositive, isText, listOf, members } from './shape.ts'
import { canonical } from './text.ts'
import { choicesCommitment, serialCommitment } from './tree.ts'

export type Opening = {
  choices: number[][]
  credential: string
  group: string
  mode: string
  salt: string
  serial: string
}

export const isOpening = members({
  choices: listOf(listOf(isPositive)),
  credential: isBase64url,
  group: isText,
  mode: isMode,
  salt: isHash,
  serial: isHash,
})

/** Says why a ballot breaks the rules (B11), or undefined. */
const choiceCheck = (categories: readonly Category[]) => {
  const known = categories.map(({ candidates }) => new Set(candidates.map(({ no }) => no)))
  return (choices: readonly number[][]): string | undefined => {
    if (choices.length !== categories.length) return `有${choices.length}个类别的选项，应为${categories.length}个。`
    for (const [at, { name, min, max, blank }] of categories.entries()) {
      const chosen = choices[at]!
      if (!chosen.every(no => known[at]!.has(no))) return `“${name}”选了不在名单上的编号。`
      if (!chosen.every((no, n) => n === 0 || chosen[n - 1]! < no)) return `“${name}”的编号没有依次增大。`
      const fits = chosen.length >= min && chosen.length <= max
      if (!fits && !(blank && chosen.length === 0)) return `“${name}”选了${chosen.length}名，应为${min}—${max}名。`
    }
    return undefined
  }
}

type Credential = { key: KeyObject; serial: Buffer; signature: Buffer }

/** RSASSA-PSS of RFC 8017 with SHA-384 and a salt of 48 bytes, in a thread of the pool. */
const checkCredential = ({ key, serial, signature }: Credential): Promise<boolean> =>
  new Promise(resolve => {
    const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
    verify('sha384', serial, options, signature, (error, holds) => resolve(!error && holds))
  })

/** Signatures that may be under way at once; more would only take memory. */
const mostAtOnce = 4096

/** Checks ballots that were opened. Signatures are checked beside the reading; `settled` waits for them. */
export const openingCheck = (document: ElectionDocument, ballots: BallotTable, report: Report) => {
  const keys = document.keys.map(({ group, mode, key }) => ({ group, mode, key: issuingKey(key) }))
  const flawOf = choiceCheck(document.categories)
  let underWay = 0
  /** Who waits, and until how few are under way. */
  let waiter: { left: number; go: () => void } | undefined

  const credentialOf = (opening: Opening, keyAt: number, place: Place) => {
    const key = keys[keyAt]?.key
    if (!key) return report('B10', place, `没有“${opening.group}”组（${opening.mode}）的签发密钥。`)
    const signature = Buffer.from(opening.credential, 'base64url')
    underWay += 1
    void checkCredential({ key, serial: Buffer.from(opening.serial, 'hex'), signature }).then(holds => {
      underWay -= 1
      if (!holds) report('B10', place, '凭证不是该组密钥对序列号的签名。')
      if (waiter && underWay <= waiter.left) waiter.go()
    })
  }

  const check = (leaf: { serial: string; choices: string }, opening: Opening, slot: number, place: Place): void => {
    if (serialCommitment(document.hash, Buffer.from(opening.serial, 'hex')) !== leaf.serial)
      report('B08', place, '公开的序列号与日志中的承诺不符。')
    const chosen = canonical(opening.choices)
    if (choicesCommitment(document.hash, Buffer.from(opening.salt, 'hex'), chosen) !== leaf.choices)
      report('B09', place, '公开的选项与日志中的承诺不符。')
    const flaw = flawOf(opening.choices)
    if (flaw) report('B11', place, flaw)
    const keyAt = keys.findIndex(({ group, mode }) => group === opening.group && mode === opening.mode)
    credentialOf(opening, keyAt, place)
    if (keyAt >= 0 && !ballots.keep(slot, keyAt)) report('B12', place, '同一凭证的选票属于不同的组别或方式。')
    ballots.choose(slot, opening.choices)
  }

  /** Waits until few enough signatures are under way, or with 0 for all. */
  const settled = async (left = mostAtOnce): Promise<void> => {
    if (underWay > left) await new Promise<void>(go => (waiter = { left, go }))
    waiter = undefined
  }
  return { check, settled }
}
