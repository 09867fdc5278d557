import { hash } from 'node:crypto'
import { type ElectionDocument, readDocument } from './document.ts'
import { earlierCheck } from './earlier.ts'
import { recordCheck } from './record.ts'
import { findings, type Report } from './rules.ts'
import { isHash, isObject, type Members, members, oneOf } from './shape.ts'
import { canonical, type Line, linesOf, readLine } from './text.ts'
import type { HashName } from './tree.ts'
import { type Options, rulesFor, type Stage, type Verdict } from './verdict.ts'

type Header = { record: string; fingerprint: string; stage: Stage }
const isHeader = members({
  record: oneOf('shishi-ballot/1'),
  fingerprint: isHash,
  stage: oneOf('open', 'closed', 'final'),
})

/**
 * Verifies an election's record by docs/ballot.md, reading it once. Every check that can still be made is made. Shares
 * no code with what wrote the record, nor with the verifier that runs in a browser.
 */
export const verifyRecord = async (stream: AsyncIterable<Uint8Array>, options: Options = {}): Promise<Verdict> => {
  const { report, sorted, counts } = findings()
  const top = topOf(options, report)
  let last = 0
  for await (const lines of linesOf(stream)) {
    for (const line of lines) {
      last = line.number
      const value = valueIn(line, report)
      if (value) top.take(value, line.number)
      if (value && top.earlier && line.number > 2) await top.earlier.compare(value, line.number)
    }
    await top.body?.settled()
    if (last > 1 && !top.body) break
  }
  if (top.body) await top.body.finish(last)
  else if (last < 2) report('B01', { line: last || 1 }, '记录不完整：没有选举文件。')
  await top.earlier?.finish(last)
  const found = sorted()
  return {
    ok: found.length === 0,
    title: top.document?.title ?? null,
    fingerprint: top.header?.fingerprint ?? null,
    stage: top.header?.stage ?? null,
    ...(top.body?.counts() ?? { leaves: 0, ballots: 0, heads: 0, receipt: null }),
    checked: rulesFor(top.body ? top.header!.stage : null, options),
    failed: counts,
    findings: found,
  }
}

/** A line's value; reports what its form has of faults. */
const valueIn = ({ bytes, number, ended }: Line, report: Report): Members | undefined => {
  const read = readLine(bytes)
  if (!read || !isObject(read.value)) {
    report('B01', { line: number }, '这一行不是UTF-8编码的JSON对象。')
    return undefined
  }
  if (!read.canonical) report('B01', { line: number }, '这一行不是规范写法（RFC 8785）。')
  if (!ended) report('B01', { line: number }, '最后一行没有换行符。')
  return read.value
}

/** The first two lines, and who checks what follows them. */
const topOf = (options: Options, report: Report) => {
  const state: {
    header?: Header
    document?: ElectionDocument
    body?: ReturnType<typeof recordCheck>
    earlier?: ReturnType<typeof earlierCheck>
  } = {}

  const takeHeader = (value: Members) => {
    if (!isHeader(value)) return report('B01', { line: 1 }, '第一行不是投票记录的文件头。')
    state.header = value as Header
    if (options.earlier) state.earlier = earlierCheck(options.earlier, state.header.fingerprint, report)
  }

  const takeDocument = (value: Members) => {
    if (!isElectionLine(value)) return report('B01', { line: 2 }, '第二行不是选举文件。')
    const { document, flaws } = readDocument(value.election)
    for (const flaw of flaws) report('B02', { line: 2 }, flaw)
    if (!state.header || !document) return
    if (fingerprintOf(document.hash, value.election) !== state.header.fingerprint)
      report('B02', { line: 2 }, '选举文件的指纹与文件头的不同。')
    state.document = document
    state.body = recordCheck(document, state.header, options, report)
  }

  return Object.assign(state, {
    take: (value: Members, line: number): void => {
      if (line === 1) takeHeader(value)
      else if (line === 2) takeDocument(value)
      else state.body?.take(value, line)
    },
  })
}

const isElectionLine = members({ election: isObject })
const fingerprintOf = (name: HashName, document: unknown): string => hash(name, canonical(document), 'hex')
