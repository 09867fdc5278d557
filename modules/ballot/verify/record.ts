import { hash } from 'node:crypto'
import type { ElectionDocument } from './document.ts'
import { headCheck } from './heads.ts'
import { leafCheck } from './leaves.ts'
import { isOpening, type Opening, openingCheck } from './openings.ts'
import { readReceipt } from './receipt.ts'
import { countAll, differenceOf } from './result.ts'
import type { Place, Report } from './rules.ts'
import { type Members, members } from './shape.ts'
import { canonical } from './text.ts'
import { growingTree, leafHash } from './tree.ts'
import type { Options, Stage } from './verdict.ts'

const anything = () => true
const isLeafLine = members({ leaf: anything })
const isOpenedLine = members({ leaf: anything, opening: anything })
const isHeadLine = members({ head: anything })
const isResultLine = members({ result: anything })

/** Checks everything after the document, line by line, and at the end what only the whole can show. */
export const recordCheck = (
  document: ElectionDocument,
  { fingerprint, stage }: { fingerprint: string; stage: Stage },
  options: Options,
  report: Report,
) => {
  const tree = growingTree(document.hash)
  const { state, ballots, take: takeLeaf } = leafCheck(document, fingerprint, report)
  const openings = openingCheck(document, ballots, report)
  const heads = headCheck(document.log, fingerprint, tree, report)
  const receipt = options.receipt === undefined ? undefined : readReceipt(options.receipt, document, fingerprint)
  let result: unknown
  let isInLog = false

  const open = (opening: unknown, leaf: ReturnType<typeof takeLeaf>, place: Place): void => {
    const isBallot = leaf.leaf?.kind === 'ballot'
    if (opening === undefined) {
      if (stage === 'final' && isBallot) report('B15', place, '选票没有公开。')
    } else if (stage !== 'final' || !isBallot) report('B15', place, '这里不应有公开的选票内容。')
    else if (!isOpening(opening)) report('B15', place, '公开的选票内容格式不对。')
    else if (leaf.leaf?.kind === 'ballot') openings.check(leaf.leaf, opening as Opening, leaf.slot!, place)
  }

  const take = (value: Members, line: number): void => {
    if (result !== undefined) report('B01', { line }, '结果之后不应再有内容。')
    if (isLeafLine(value) || isOpenedLine(value)) {
      const place = { line, index: tree.size() }
      const own = leafHash(document.hash, canonical(value.leaf))
      tree.add(own)
      if (receipt?.leafHash?.equals(own)) isInLog = true
      open(value.opening, takeLeaf(value.leaf, place), place)
    } else if (isHeadLine(value)) heads.take(value.head, { line })
    else if (isResultLine(value) && stage === 'final') result = value.result
    else report('B01', { line }, '这一行不是条目、树头或结果。')
  }

  const finishLog = (line: number): void => {
    const { last, issued } = state
    const isComplete = {
      open: last === 'open' || last === 'ballot',
      closed: last === 'close' || last === 'void',
      final: last === 'final',
    }
    if (!isComplete[stage]) report('B04', { line }, '日志的最后一条与记录所说的阶段不符。')
    if (heads.state.count === 0) report('B07', { line }, '记录里没有树头。')
    else if (heads.state.size !== tree.size())
      report('B07', { line }, `最后的树头只覆盖${heads.state.size}条，日志有${tree.size()}条。`)
    if (!issued) return
    const named = issued.map(({ group, mode }) => `${group} ${mode}`).join()
    if (named !== document.keys.map(({ group, mode }) => `${group} ${mode}`).join())
      report('B16', { line }, '发证数没有逐一列出各把签发密钥。')
    const sum = issued.reduce((total, { count }) => total + count, 0)
    if (ballots.serials() > sum) report('B16', { line }, `用证${ballots.serials()}张，多于发证${sum}张。`)
  }

  const finishResult = (line: number) => {
    if (result === undefined) return report('B01', { line }, '记录没有以结果结尾。')
    const counted = countAll(document, ballots, { ...state, issued: state.issued ?? [] })
    for (const { group, mode, issued, used } of counted.keys)
      if (used > issued) report('B16', { line }, `“${group}”组（${mode}）用证${used}张，多于发证${issued}张。`)
    const difference = differenceOf(result, counted)
    if (difference) report('B17', { line }, `结果与日志不符：${difference}。`)
    if (hash(document.hash, canonical(result), 'hex') !== state.result)
      report('B17', { line }, '结果不是定账条目所承诺的那一份。')
  }

  const finish = async (line: number): Promise<void> => {
    await openings.settled(0)
    finishLog(line)
    if (stage === 'final') finishResult(line)
    for (const flaw of receipt?.flaws ?? []) report('B18', { line }, flaw)
    // while voting runs the leaf may still be on its way
    if (receipt?.leafHash && !isInLog && stage !== 'open') report('B18', { line }, '回执所承诺的选票不在日志里。')
    if (options.head !== undefined && options.head.trimEnd() !== heads.state.note.trimEnd())
      report('B20', { line }, '见证人的最终树头不是这份记录的最后一个树头。')
  }

  return {
    take,
    finish,
    settled: () => openings.settled(),
    counts: () => ({
      leaves: tree.size(),
      ballots: state.accepted,
      heads: heads.state.count,
      receipt: receipt ? (isInLog ? ('in-log' as const) : ('not-in-log' as const)) : null,
    }),
  }
}
