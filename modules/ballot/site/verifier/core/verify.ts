import type { Bytes } from './chunks.ts'
import type { ElectionDocument } from './document.ts'
import { continuation, readEarlier } from './earlier.ts'
import { checkWitness, isReceipt, type Known, receiptLeaf, tidyNote } from './extras.ts'
import { type Failure, faultList } from './faults.ts'
import { type Finished, ledger } from './ledger.ts'
import { readStart, type Start } from './start.ts'
import { eachFact, type Ways } from './stream.ts'

export type Files = {
  record: Bytes
  /** Parsed JSON of receipts that voters kept. */
  receipts?: unknown[]
  /** A record of the same election that was kept earlier, or a signed head. */
  earlier?: Bytes | string
  /** The final head that a witness was sent. */
  witness?: string
}

type KeptReceipt = { number: string; hash: string; index: number | undefined }

export type Report = {
  sound: boolean
  failures: Failure[]
  fingerprint: string
  stage: Start['stage']
  /** Missing where the second line could not be used at all; then nothing behind it was looked at. */
  document?: ElectionDocument
  log?: Finished
  receipts: KeptReceipt[]
}

/** Every check of docs/ballot.md on one record and what was given with it. */
export const verify = async (files: Files, ways: Ways): Promise<Report> => {
  const faults = faultList()
  const { document, fingerprint, stage, end } = await readStart(files.record, faults)
  const answer = (rest: Pick<Report, 'document' | 'log' | 'receipts'>): Report => {
    const failures = faults.all()
    return { sound: failures.length === 0, failures, fingerprint, stage, ...rest }
  }
  if (!document) return answer({ receipts: [] })
  const known = { document, fingerprint, faults }
  const receipts = keptReceipts(files.receipts ?? [], known)
  const before = continuation(await readEarlier(files.earlier, known, ways.open), known)
  const log = ledger({
    ...known,
    stage,
    watch: ({ index, hash, root }) => {
      for (const receipt of receipts) if (receipt.hash === hash) receipt.index ??= index
      before.leaf(index + 1, root)
    },
  })
  await eachFact({ file: files.record, document, fingerprint, from: end, ways, faults }, (fact, where) => {
    if (fact.is === 'head') before.head(fact.note)
    log.take(fact, where)
  })
  before.finish()
  const finished = log.finish()
  if (stage !== 'open') missReceipts(receipts, known)
  if (files.witness !== undefined) checkWitness(known, tidyNote(files.witness), finished.lastHead)
  return answer({ document, log: finished, receipts })
}

const keptReceipts = (values: unknown[], known: Known): KeptReceipt[] =>
  values.flatMap(value => {
    if (isReceipt(value)) return [{ number: value.number, hash: receiptLeaf(known, value), index: undefined }]
    known.faults.add({ rule: 'B18', where: '回执', what: '不是评议投票的回执文件' })
    return []
  })

/** While the vote runs a promised leaf may still be on its way; afterwards a missing one is a broken promise. */
const missReceipts = (receipts: KeptReceipt[], { faults }: Known): void => {
  for (const { number, index } of receipts)
    if (index === undefined)
      faults.add({ rule: 'B18', where: `回执${number}`, what: '记录里没有这张选票：主办单位没有兑现承诺' })
}
