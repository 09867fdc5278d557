import { fromHex, hex, utf8 } from '../crypto/bytes.ts'
import { digestOf } from '../crypto/digest.ts'
import { canonical } from './canonical.ts'
import type { ElectionDocument } from './document.ts'
import type { FaultList } from './faults.ts'
import { headKeeper } from './heads.ts'
import type { BallotLeaf, CloseLeaf, FinalLeaf, Leaf } from './leaf.ts'
import type { Fact } from './line.ts'
import type { Head } from './note.ts'
import { orderOfKinds, type Stage } from './order.ts'
import { serialKeeper } from './serials.ts'
import { countResult, type Result } from './tally.ts'
import { growingTree } from './tree.ts'
import { voidKeeper } from './voids.ts'

export type LedgerOptions = {
  document: ElectionDocument
  fingerprint: string
  stage: Stage
  faults: FaultList
  /** Told of every leaf in order, after it stands in the tree. */
  watch: (leaf: { index: number; hash: string; root: () => string }) => void
}

export type Finished = {
  leaves: number
  ballots: number
  superseded: number
  voters: number
  voided: number
  heads: number
  lastHead: Head | undefined
  /** Counted anew; only from a final record. */
  result: Result | undefined
}

type LeafFact = Extract<Fact, { is: 'ballot' | 'leaf' }>

/** What must be looked at in order, line by line: B04–B07, B12, B14–B17. */
export const ledger = (options: LedgerOptions) => {
  const { document, stage, faults } = options
  const digest = digestOf(document.hash)
  const tree = growingTree(digest)
  const heads = headKeeper({ tree, faults })
  const order = orderOfKinds(stage, faults)
  const serials = serialKeeper(document, faults)
  const voids = voidKeeper(document, serials, faults)
  let ballots = 0
  let close: CloseLeaf | undefined
  let final: FinalLeaf | undefined
  let published: { text: string } | undefined

  const takeLeaf = (leaf: Exclude<Leaf, BallotLeaf>, index: number) => {
    order.take(leaf.kind, index)
    if (leaf.kind === 'void') voids.take(leaf, `序号${index}`)
    if (leaf.kind === 'close') close = leaf
    if (leaf.kind === 'close') checkIssued(options, leaf, `序号${index}`)
    if (leaf.kind === 'final') final = leaf
  }
  const takeBallot = (fact: Extract<Fact, { is: 'ballot' }>, index: number) => {
    ballots += 1
    order.take('ballot', index)
    serials.take(fact, index)
  }
  const append = (fact: LeafFact) => {
    const index = tree.size()
    tree.append(fromHex(fact.hash))
    options.watch({ index, hash: fact.hash, root: () => hex(tree.root()) })
    if (fact.opened !== (stage === 'final' && fact.is === 'ballot'))
      faults.add({ rule: 'B15', where: `序号${index}`, what: fact.opened ? '这里不应公开内容' : '选票没有公开' })
    if (fact.is === 'ballot') takeBallot(fact, index)
    else if (fact.leaf) takeLeaf(fact.leaf, index)
  }
  const recount = (): Result => {
    const result = countResult({ document, serials, ballots, issued: close?.issued, voids: voids.all() })
    const text = canonical(result)
    checkResult(options, { counted: text, published: published?.text })
    if (final?.result !== hex(digest(utf8(text))))
      faults.add({ rule: 'B17', where: '定账', what: '定账的校验码与重新计票的结果不符' })
    checkUse(result, faults)
    return result
  }

  return {
    take: (fact: Fact, where: string): void => {
      if (published) faults.add({ rule: 'B01', where, what: '结果之后不应再有内容' })
      if (fact.is === 'head') heads.take(fact.head, where)
      if (fact.is === 'ballot' || fact.is === 'leaf') append(fact)
      if (fact.is === 'result') published = fact
      if (fact.is === 'result' && stage !== 'final')
        faults.add({ rule: 'B01', where, what: '这个阶段的记录里不应有结果' })
    },
    finish: (): Finished => {
      order.finish()
      const { count, last } = heads.finish()
      const counts = { leaves: tree.size(), ballots, superseded: serials.superseded(), voters: serials.serials() }
      const result = stage === 'final' ? recount() : undefined
      return { ...counts, voided: voids.all().length, heads: count, lastHead: last, result }
    },
  }
}

type Texts = { counted: string; published: string | undefined }

const checkResult = ({ faults }: LedgerOptions, { counted, published }: Texts): void => {
  if (published === undefined) faults.add({ rule: 'B01', where: '末尾', what: '没有公布的结果' })
  else if (published !== counted) faults.add({ rule: 'B17', where: '末尾', what: '公布的结果与重新计票的结果不同' })
}

const checkIssued = ({ document, faults }: LedgerOptions, { issued }: CloseLeaf, where: string): void => {
  const names = (list: { group: string; mode: string }[]) => list.map(({ group, mode }) => `${group}/${mode}`).join()
  if (names(issued) !== names(document.keys))
    faults.add({ rule: 'B16', where, what: '发出凭证的统计与规则里的公钥不对应' })
}

const checkUse = ({ keys }: Result, faults: FaultList): void => {
  for (const { group, mode, issued, used, counted } of keys)
    if (used > issued || counted > used)
      faults.add({ rule: 'B16', where: `${group}/${mode}`, what: `发出${issued}，使用${used}，计入${counted}` })
}
