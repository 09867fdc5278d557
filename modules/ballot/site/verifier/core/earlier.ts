import type { Bytes } from './chunks.ts'
import { type Known, readHeadOf, tidyNote } from './extras.ts'
import { faultList } from './faults.ts'
import { ledger } from './ledger.ts'
import { readStart } from './start.ts'
import { eachFact, type Ways } from './stream.ts'

/** What the record must go through: at a size this root; and these heads, one after the other. */
export type Earlier = { at: { size: number; root: string }[]; heads: string[] }
const nothing: Earlier = { at: [], heads: [] }

/** B19: what was kept before, a record or a single head. */
export const readEarlier = async (
  kept: Bytes | string | undefined,
  known: Known,
  open: Ways['open'],
): Promise<Earlier> => {
  if (kept === undefined) return nothing
  if (typeof kept !== 'string') return readRecord(kept, known, open)
  const head = readHeadOf(known, tidyNote(kept))
  if (head) return { at: [head], heads: [] }
  known.faults.add({ rule: 'B19', where: '以前的树头', what: '签名或格式不成立' })
  return nothing
}

const readRecord = async (file: Bytes, known: Known, open: Ways['open']): Promise<Earlier> => {
  const faults = faultList()
  const { document, fingerprint, stage, end } = await readStart(file, faults)
  if (fingerprint !== known.fingerprint || !document) {
    known.faults.add({ rule: 'B19', where: '以前的记录', what: '是另一次评议的记录' })
    return nothing
  }
  const heads: string[] = []
  let root = () => ''
  const watch = (leaf: { root: () => string }) => {
    root = leaf.root
  }
  const log = ledger({ document, fingerprint, stage, faults, watch })
  await eachFact({ file, document, fingerprint, from: end, ways: { open }, faults }, (fact, where) => {
    if (fact.is === 'head') heads.push(fact.note)
    log.take(fact, where)
  })
  const { leaves } = log.finish()
  return { at: leaves > 0 ? [{ size: leaves, root: root() }] : [], heads }
}

/** Follows the record as it grows and says where it leaves what was kept before. */
export const continuation = (earlier: Earlier, { faults }: Known) => {
  const fail = (what: string) => faults.add({ rule: 'B19', where: '以前保存的', what })
  let [heads, reached] = [0, 0]
  return {
    leaf: (size: number, root: () => string): void => {
      reached = size
      if (earlier.at.some(each => each.size === size && each.root !== root())) fail(`这份记录的前${size}项与它不同`)
    },
    head: (note: string): void => {
      if (heads < earlier.heads.length && earlier.heads[heads] !== note) fail(`第${heads + 1}个树头与它不同`)
      heads += 1
    },
    finish: (): void => {
      for (const { size } of earlier.at) if (size > reached) fail(`它有${size}项，这份记录只有${reached}项`)
      if (heads < earlier.heads.length) fail('它的树头有的不在这份记录里')
    },
  }
}
