import { beforeAll, describe, expect, it } from 'vitest'
import type { Leaf } from '../shared/index.ts'
import { credentialFor, type Entry, type Forgery, type MadeElection, makeVoter } from './testing/index.ts'
import { failedRules, small, someBallots, textOf, verdictOn } from './testing/verdicts.ts'

const voids = [{ leaf: 3, reason: 'same-pattern', by: ['选举办 甲', '监督组 乙'] as [string, string] }]
let made: MadeElection
let ballots: Required<Entry>[]
let lines: string[]
beforeAll(async () => {
  made = small()
  ballots = await someBallots(made)
  lines = await textOf(made, ballots, { voids })
})

/** Line numbers (from 0) of leaves and heads. */
const leafAt = (index: number) =>
  lines.map((line, n) => (line.startsWith('{"leaf"') ? n : -1)).filter(n => n >= 0)[index]!
const heads = () => lines.map((line, n) => (line.startsWith('{"head"') ? n : -1)).filter(n => n >= 0)
const edited = (at: number, change: (line: string) => string) =>
  lines.map((line, n) => (n === at ? change(line) : line))
const forged = async (forge: Forgery, more: object = {}) =>
  failedRules(await textOf(made, ballots, { voids, ...more, forge }))
const withLeaf = (index: number, change: object): Forgery => ({
  leaf: (leaf, at) => (at === index ? { ...leaf, ...change } : leaf),
})
const withOpening = (index: number, change: (entry: Required<Entry>) => object | undefined): Forgery => ({
  opening: (entry, at) => (at === index ? change(entry) : entry.opening),
})

describe('a sound record', () => {
  it('passes every rule', async () => {
    const verdict = await verdictOn(lines)
    expect(verdict).toMatchObject({ ok: true, stage: 'final', leaves: 13, ballots: 9, failed: {}, findings: [] })
    expect(verdict.checked).toHaveLength(17)
  })

  it('passes while voting runs and before it is counted, without openings', async () => {
    for (const stage of ['open', 'closed'] as const) {
      const text = await textOf(made, ballots, { stage })
      expect(text.join('')).not.toContain('opening')
      expect(await failedRules(text)).toEqual([])
    }
  })
})

describe('a record changed behind the back of who signed it', () => {
  it('shows a row deleted', async () => {
    expect(await failedRules(lines.toSpliced(leafAt(2), 1))).toEqual(['B06', 'B07', 'B12', 'B14', 'B17'])
    expect(await failedRules(lines.toSpliced(leafAt(1), 1))).toContain('B06')
  })
  it('shows a row edited', async () => {
    const other = edited(leafAt(2), line => line.replace('T08:00Z', 'T08:01Z'))
    const { findings } = await verdictOn(other)
    expect(findings[0]).toEqual({ rule: 'B06', line: heads()[1]! + 1, message: '前6条的树根与树头不同：日志被改动。' })
  })
  it('shows two rows that changed places', async () => {
    const [a, b] = [leafAt(1), leafAt(3)]
    expect(await failedRules(lines.with(a, lines[b]!).with(b, lines[a]!))).toEqual(['B06', 'B17'])
  })
  it('shows a row there twice', async () => {
    expect(await failedRules(lines.toSpliced(leafAt(1), 0, lines[leafAt(1)]!))).toEqual([
      'B06',
      'B07',
      'B12',
      'B14',
      'B17',
    ])
  })
  it('shows an end cut off', async () => {
    expect(await failedRules(lines.slice(0, -3))).toEqual(['B01', 'B04', 'B07'])
    expect(await failedRules(lines.slice(0, leafAt(7)))).toContain('B04')
  })
  it('shows an opening edited or taken away', async () => {
    const vote = edited(leafAt(1), line => line.replace('"choices":[[1,2],[6]]', '"choices":[[1,3],[6]]'))
    expect(await failedRules(vote)).toEqual(['B09', 'B17'])
    const closed = edited(leafAt(1), line => `${line.split(',"opening"')[0]}}\n`)
    expect(await failedRules(closed)).toEqual(['B15', 'B17'])
  })
  it('shows the result edited', async () => {
    const last = lines.length - 1
    expect(await failedRules(edited(last, line => line.replace('"accepted":9', '"accepted":8')))).toEqual(['B17'])
  })
  it('shows the rules edited', async () => {
    expect(await failedRules(edited(1, line => line.replace('"max":3', '"max":4')))).toEqual(['B02'])
  })
  it('shows a line that is written in another way', async () => {
    expect(await failedRules(edited(leafAt(1), line => line.replace('":', '": ')))).toEqual(['B01'])
    expect(await failedRules(edited(leafAt(1), line => line.replace('{', '{"a":1,')))).toContain('B01')
    expect(await failedRules([...lines.slice(0, -1), lines.at(-1)!.trimEnd()])).toEqual(['B01'])
    expect(await failedRules(['\ufeff', ...lines])).toContain('B01')
    expect(await failedRules([...lines, '\n'])).toEqual(['B01'])
  })
  it('shows a file that is none', async () => {
    for (const text of ['', 'x', '{}\n', '[]\n{}\n', lines[0]!]) expect(await failedRules([text])).toContain('B01')
    expect(await failedRules([lines[0]!, '{"election":{}}\n'])).toEqual(['B02'])
  })
})

describe('a record that whoever holds the keys made wrong', () => {
  it('shows a head of another log, another election, another time', async () => {
    const other = small()
    const foreign = await textOf(other, [], { stage: 'open' })
    const strange = JSON.parse(foreign[3]!).head as string
    expect(await forged({ head: note => note.replace(/— .*/u, strange.match(/— .*/u)![0]) })).toEqual(['B05'])
    expect(await forged({ head: (note, size) => (size === 13 ? strange : note) })).toEqual(['B05', 'B07'])
    const twisted = lines.with(heads()[1]!, lines[heads()[2]!]!)
    expect(await failedRules(twisted)).toEqual(['B06'])
    const back = lines.toSpliced(heads()[1]! + 1, 0, lines[heads()[0]!]!)
    expect(await failedRules(back)).toContain('B06')
  })
  it('shows a log without a head, or with leaves after the last one', async () => {
    expect(await failedRules(lines.filter((_, n) => !heads().includes(n)))).toEqual(['B07'])
    expect(await failedRules(lines.toSpliced(heads().at(-1)!, 1))).toEqual(['B07'])
  })
  it('shows a leaf of another form or election', async () => {
    expect(await forged(withLeaf(2, { note: 'x' }))).toContain('B03')
    expect(await forged(withLeaf(2, { counter: '0' }))).toContain('B03')
    expect(await forged(withLeaf(2, { minute: '2017-04-31T08:00Z' }))).toContain('B03')
    expect(await forged(withLeaf(2, { election: '0'.repeat(64) }))).toContain('B03')
  })
  it('shows kinds out of their order', async () => {
    const early: Leaf = { election: made.fingerprint, minute: '2017-04-21T08:00Z', kind: 'open' }
    expect(await forged({ leaf: (leaf, at) => (at === 4 ? early : leaf) })).toContain('B04')
    const stage = lines.with(0, lines[0]!.replace('final', 'closed'))
    expect(await failedRules(stage)).toContain('B04')
  })
  it('shows an opening of another serial', async () => {
    const serial = Buffer.alloc(32, 7)
    const credential = await credentialFor(made.issuing[0]!, serial)
    const change = withOpening(1, ({ opening }) => ({ ...opening, serial: serial.toString('hex'), credential }))
    expect(await forged(change)).toEqual(['B08'])
  })
  it('shows other choices or another salt than were committed to', async () => {
    expect(await forged(withOpening(2, ({ opening }) => ({ ...opening, salt: '0'.repeat(64) })))).toEqual(['B09'])
  })
  it('shows a forged credential, another key’s, another election’s', async () => {
    const other = (await makeVoter(made, 1)).credential
    for (const credential of [other, 'AAAA', Buffer.alloc(256, 1).toString('base64url')])
      expect(await forged(withOpening(1, ({ opening }) => ({ ...opening, credential })))).toEqual(['B10'])
    const elsewhere = withOpening(1, ({ opening }) => ({ ...opening, group: 'group-2' }))
    expect(await forged(elsewhere)).toEqual(['B10', 'B17'])
    expect(await forged(withOpening(1, ({ opening }) => ({ ...opening, group: 'group-9' })))).toEqual(['B10', 'B17'])
  })
  it('shows a void without a reason of the rules, by one officer, of what cannot be voided', async () => {
    const broken = (change: object) => forged({}, { voids: [{ ...voids[0], ...change }] })
    expect(await broken({ reason: 'unwanted' })).toEqual(['B14'])
    expect(await broken({ by: ['甲', '甲'] })).toEqual(['B14'])
    expect(await broken({ by: ['甲'] })).toContain('B03')
    expect(await broken({ leaf: 2 })).toContain('B14')
    expect(await broken({ leaf: 0 })).toContain('B14')
    expect(await broken({ leaf: 999 })).toContain('B14')
    expect(await forged({}, { voids: [voids[0], voids[0]] })).toContain('B14')
  })
  it('shows a tally off by one, wherever it is', async () => {
    const sums = JSON.parse(lines.at(-1)!).result
    const paths = numbersIn(sums)
    for (const path of paths) {
      const off = await forged({ result: result => changedAt(result, path) })
      expect([path, off]).toEqual([path, ['B17']])
    }
  })
  it('shows more used than issued', async () => {
    const issued = made.document.keys.map(({ group, mode }) => ({ group, mode, count: 1 }))
    expect(await forged({}, { issued })).toEqual(['B16'])
    expect(await forged({}, { issued: issued.map(each => ({ ...each, count: 9 })).reverse() })).toContain('B16')
  })
})

/** Paths of all numbers but candidates' own. */
const numbersIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'number'
    ? path.at(-1) === 'no'
      ? []
      : [path]
    : Object.entries(Object(value)).flatMap(([name, each]) =>
        typeof value === 'string' ? [] : numbersIn(each, [...path, name]),
      )

const changedAt = (value: object, [name, ...rest]: string[]): object => {
  const copy = structuredClone(value) as Record<string, never>
  const inner = copy[name!] as unknown
  Object.assign(copy, { [name!]: rest.length ? changedAt(inner as object, rest) : (inner as number) + 1 })
  return copy
}
