import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, emptyFrontier, growTree, rootOf, treeHash } from '#platform/crypto/index.ts'
import { verifyRecord } from '../../verify/index.ts'
import {
  ballotEntry,
  type Entry,
  type MadeElection,
  makeElection,
  makeVoter,
  recordLines,
  type Sketch,
  signNote,
} from '../../verify/testing/index.ts'
import { numberOf } from './core/extras.ts'
import { onOneCore } from './core/one-core.ts'
import { type Files, verify } from './core/verify.ts'

const sketch: Sketch = {
  groups: 2,
  categories: [
    { candidates: 5, min: 2, max: 3, blank: false },
    { candidates: 9, min: 1, max: 9, blank: true },
  ],
  changes: 2,
}
const voids = [{ leaf: 1, reason: 'same-pattern', by: ['选举办 甲', '监督组 乙'] as [string, string] }]

const gather = async (lines: AsyncGenerator<string>) => {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}
const file = (lines: string[]) => new Blob([lines.join('')])
const check = (lines: string[], more: Omit<Files, 'record'> = {}) =>
  verify({ record: file(lines), ...more }, { open: onOneCore })
const failedIn = ({ failures }: Awaited<ReturnType<typeof check>>) => failures.map(({ rule }) => rule)

/** What the verifier of the command line says of the same lines. */
const other = async (lines: string[]) => {
  const { ok, failed } = await verifyRecord(file(lines).stream() as never)
  return { sound: ok, failed: Object.keys(failed).sort() }
}
const own = async (lines: string[]) => {
  const report = await check(lines)
  return { sound: report.sound, failed: failedIn(report) }
}

const cast = async (made: MadeElection, count = 6): Promise<Required<Entry>[]> => {
  const voters = await Promise.all(Array.from({ length: count }, (_, n) => makeVoter(made, n % 4)))
  const choices = [
    [1, 3],
    [6, 9, 14],
  ]
  const blank = [[2, 4, 5], []]
  const first = voters.map((voter, n) => ballotEntry(made, voter, { counter: 0, choices: n % 2 ? choices : blank }))
  return [...first, ballotEntry(made, voters[1]!, { counter: 1, choices })]
}

describe('the one-file verifier', () => {
  it.each([
    { hash: 'sha256', algorithm: 'ed25519' },
    { hash: 'sm3', algorithm: 'sm2' },
  ] as const)('finds nothing in sound records of every stage: $hash, $algorithm', async kind => {
    const made = makeElection({ ...sketch, ...kind })
    const ballots = await cast(made)
    for (const stage of ['open', 'closed', 'final'] as const) {
      const lines = await gather(recordLines(made, ballots, { stage, voids: stage === 'open' ? [] : voids }))
      const report = await check(lines)
      expect([stage, report.failures]).toEqual([stage, []])
      expect(await other(lines)).toEqual({ sound: true, failed: [] })
    }
  })

  it('counts what stands in the record', async () => {
    const made = makeElection(sketch)
    const { log } = await check(await gather(recordLines(made, await cast(made), { voids })))
    expect(log).toMatchObject({ leaves: 11, ballots: 7, superseded: 1, voters: 6, voided: 1 })
    expect(log!.result!.keys.map(({ issued, used, counted }) => [issued, used, counted])).toEqual([
      [3, 2, 1],
      [3, 2, 2],
      [2, 1, 1],
      [2, 1, 1],
    ])
  })

  it('says the same with the browser’s cryptography and without it', async () => {
    const made = makeElection(sketch)
    const lines = await gather(recordLines(made, await cast(made, 2)))
    const forged = lines.map(line =>
      line.replace(/("credential":")(.)/, (_, head, first) => head + (first === 'A' ? 'B' : 'A')),
    )
    const real = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
    try {
      expect([failedIn(await check(lines)), failedIn(await check(forged))]).toEqual([[], ['B10']])
    } finally {
      Object.defineProperty(globalThis, 'crypto', real)
    }
    expect(failedIn(await check(forged))).toEqual(['B10'])
  })
})

describe('what is given beside the record', () => {
  const receiptFor = (made: MadeElection, entry: Required<Entry>) => {
    const hash = treeHash('SHA-256')
    const leaf = hash.leaf(Buffer.from(canonicalJson(entry.leaf as never)))
    const root = Buffer.from(rootOf(hash, growTree(hash, emptyFrontier, [leaf]).frontier)).toString('base64')
    const note = signNote(made, `shishi-ballot/1/${made.fingerprint}/promise\n1\n${root}\n`)
    const number = numberOf(Buffer.from(leaf).toString('hex'))
    return { fingerprint: made.fingerprint, number, leaf: entry.leaf, promise: { note, size: 1, index: 0, path: [] } }
  }
  const noteOf = (line: string) => JSON.parse(line).head as string

  it('finds a receipt’s ballot, and says when the promise was broken', async () => {
    const made = makeElection(sketch)
    const ballots = await cast(made)
    const receipts = [receiptFor(made, ballots[2]!)]
    const lines = await gather(recordLines(made, ballots))
    expect((await check(lines, { receipts })).receipts.map(({ index }) => index)).toEqual([3])
    const without = await gather(recordLines(made, ballots.toSpliced(2, 1)))
    expect(failedIn(await check(without, { receipts }))).toEqual(['B18'])
    const early = await gather(recordLines(made, [], { stage: 'open' }))
    expect(failedIn(await check(early, { receipts }))).toEqual([])
    const [receipt] = receipts
    for (const wrong of [
      { ...receipt, number: '0'.repeat(20) },
      { ...receipt, fingerprint: '0'.repeat(64) },
      {},
      undefined,
    ])
      expect(failedIn(await check(lines, { receipts: [wrong] }))).toEqual(['B18'])
  })

  it('holds the record to what was kept before, and to the witness', async () => {
    const made = makeElection(sketch)
    const ballots = await cast(made)
    const earlier = await gather(recordLines(made, ballots.slice(0, 4), { stage: 'open' }))
    const lines = await gather(recordLines(made, ballots))
    const another = await gather(recordLines(made, [ballots[5]!, ...ballots.toSpliced(5, 1)]))
    const last = noteOf(lines.at(-2)!)
    const sound = { earlier: noteOf(lines[3]!), witness: `${last.replaceAll('\n', '\r\n')}\r\n` }
    expect(failedIn(await check(lines, sound))).toEqual([])
    expect(failedIn(await check(lines, { earlier: file(lines.slice(0, 4)) }))).toEqual([])
    expect(failedIn(await check(another, { earlier: noteOf(lines[9]!), witness: last }))).toEqual(['B19', 'B20'])
    expect(failedIn(await check(another, { earlier: file(earlier) }))).toEqual(['B19'])
    expect(failedIn(await check(earlier, { earlier: file(lines) }))).toEqual(['B19'])
  })
})

type Verdict = { sound: boolean; failed: string[] }

/** The same verdict; of what follows from the first fault each may say more, but what both name is never nothing. */
const agree = (mine: Verdict, theirs: Verdict) => {
  expect(mine.sound).toBe(theirs.sound)
  if (!mine.sound) expect(mine.failed.filter(rule => theirs.failed.includes(rule))).not.toEqual([])
}

describe('the two verifiers', () => {
  it('agree over random elections', async () => {
    const category = fc
      .record({ candidates: fc.integer({ min: 1, max: 6 }), most: fc.nat(5), blank: fc.boolean() })
      .map(({ candidates, most, blank }) => ({ candidates, min: 1, max: Math.min(most + 1, candidates), blank }))
    const election = fc.record({
      hash: fc.constantFrom('sha256' as const, 'sm3' as const),
      groups: fc.integer({ min: 1, max: 3 }),
      categories: fc.array(category, { minLength: 1, maxLength: 3 }),
      changes: fc.nat(2),
    })
    const anyPick = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { maxLength: 4 })
    const sketched = fc.tuple(election, fc.array(fc.tuple(fc.nat(5), fc.nat(3), anyPick), { maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(sketched, async ([sketch, casts]) => {
        const made = makeElection(sketch)
        const voters = await Promise.all(made.document.keys.map((_, at) => makeVoter(made, at)))
        const ballots = casts.map(([voter, counter, picks]) => {
          const chosen = made.document.categories.map((_, at) => [...new Set(picks[at] ?? [])].sort((a, b) => a - b))
          return ballotEntry(made, voters[voter % voters.length]!, { counter, choices: chosen })
        })
        const lines = await gather(recordLines(made, ballots))
        agree(await own(lines), await other(lines))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it.each([
    ['a mode that is none', '"mode":"plain"', '"mode":"plein"'],
    ['no categories', /"choices":\[\[.*?\]\]/, '"choices":[]'],
  ])('agree over an opening with %s', async (_, from, to) => {
    const made = makeElection(sketch)
    const lines = await gather(recordLines(made, await cast(made), { voids }))
    const at = lines.findIndex(line => line.includes('"credential"') && line.includes('"mode":"plain"'))
    const after = lines.with(at, lines[at]!.replace(from, to))
    expect(after[at]).not.toBe(lines[at])
    agree(await own(after), await other(after))
  })

  it('agree over every way to change a line, and let none pass', async () => {
    const made = makeElection(sketch)
    const lines = await gather(recordLines(made, await cast(made), { voids }))
    const place = fc.nat(lines.length - 1)
    const change = fc.oneof(
      fc.record({ kind: fc.constantFrom('delete' as const, 'double' as const), at: place, to: place }),
      fc.record({ kind: fc.constantFrom('move' as const, 'swap' as const), at: place, to: place }),
      fc.record({ kind: fc.constant('letter' as const), at: place, to: fc.nat(900) }),
    )
    const changed = ({ kind, at, to }: { kind: string; at: number; to: number }): string[] => {
      const line = lines[at]!
      if (kind === 'delete') return lines.toSpliced(at, 1)
      if (kind === 'double') return lines.toSpliced(to, 0, line)
      if (kind === 'swap') return lines.with(at, lines[to]!).with(to, line)
      if (kind === 'move') return lines.toSpliced(at, 1).toSpliced(to, 0, line)
      const where = to % line.length
      const letter = line[where] === '1' ? '2' : '1'
      return lines.with(at, line.slice(0, where) + letter + line.slice(where + 1))
    }
    await fc.assert(
      fc.asyncProperty(change, async each => {
        const after = changed(each)
        // A head that is missing or there twice changes nothing of what the others say.
        fc.pre(after.join('') !== lines.join('') && (each.kind === 'letter' || !lines[each.at]!.startsWith('{"head"')))
        const mine = await own(after)
        agree(mine, await other(after))
        expect(mine.sound).toBe(false)
      }),
      { numRuns: 300 },
    )
  }, 120_000)
})
