import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotEntry, credentialFor, type Entry, makeElection, makeVoter } from './testing/index.ts'
import { failedRules, textOf, verdictOn } from './testing/verdicts.ts'

const election = (changes = 1) =>
  makeElection({
    groups: 1,
    changes,
    categories: [
      { candidates: 4, min: 2, max: 3, blank: false },
      { candidates: 2, min: 1, max: 1, blank: true },
    ],
  })

/** What the verifier says of one voter's ballots. */
const failedBy = async (casts: { counter?: number; choices?: number[][]; minute?: string }[], changes?: number) => {
  const made = election(changes)
  const voter = await makeVoter(made, 0)
  const sound = { counter: 0, choices: [[1, 2], [5]] }
  const entries = casts.map(cast => ballotEntry(made, voter, { ...sound, ...cast }))
  return failedRules(await textOf(made, entries))
}

describe('choices', () => {
  it.each([[[[1, 2], [5]]], [[[1, 2, 4], []]], [[[3, 4], [6]]]])('%j keep the rules', async choices => {
    expect(await failedBy([{ choices }])).toEqual([])
  })
  it.each([
    [[[1], [5]]],
    [[[1, 2, 3, 4], [5]]],
    [[[], [5]]],
    [[[2, 1], [5]]],
    [[[1, 1], [5]]],
    [[[1, 9], [5]]],
    [[[1, 5], [5]]],
    [
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [[[1, 2]]],
    [[[1, 2], [5], []]],
  ])('%j break them', async choices => {
    const failed = await failedBy([{ choices }])
    expect(failed).toContain('B11')
    expect(failed.filter(rule => rule !== 'B11' && rule !== 'B17')).toEqual([])
  })
})

describe('changes of a ballot', () => {
  it('count from 0 without a gap, as often as the rules allow', async () => {
    expect(await failedBy([{ counter: 0 }, { counter: 1 }])).toEqual([])
    expect(await failedBy([{ counter: 1 }])).toEqual(['B12'])
    expect(await failedBy([{ counter: 0 }, { counter: 0 }])).toEqual(['B12'])
    expect(await failedBy([{ counter: 0 }, { counter: 1 }, { counter: 2 }])).toEqual(['B12'])
    expect(await failedBy([{ counter: 0 }, { counter: 1 }], 0)).toEqual(['B12'])
  })

  it('stay with one key', async () => {
    const made = election()
    const [voter, other] = [await makeVoter(made, 0), await makeVoter(made, 1)]
    const credential = await credentialFor(made.issuing[1]!, voter.serial)
    const entries = [
      ballotEntry(made, voter, { counter: 0, choices: [[1, 2], [5]] }),
      ballotEntry(made, { ...other, serial: voter.serial, credential }, { counter: 1, choices: [[1, 2], [5]] }),
    ]
    expect(await failedRules(await textOf(made, entries))).toEqual(['B12'])
  })
})

describe('the window', () => {
  it.each(['2017-04-20T00:00Z', '2017-04-27T09:59Z'])('holds %s', async minute => {
    expect(await failedBy([{ minute }])).toEqual([])
  })
  it.each(['2017-04-19T23:59Z', '2017-04-27T10:00Z'])('does not hold %s', async minute => {
    expect(await failedBy([{ minute }])).toEqual(['B13'])
  })
})

describe('random elections', () => {
  const category = fc
    .record({ candidates: fc.integer({ min: 1, max: 12 }), a: fc.nat(), b: fc.nat(), blank: fc.boolean() })
    .map(({ candidates, a, b, blank }) => {
      const [min, max] = [1 + (a % candidates), 1 + (b % candidates)].toSorted((x, y) => x - y)
      return { candidates, min: min!, max: max!, blank }
    })
  const sketch = fc.record({
    groups: fc.integer({ min: 1, max: 3 }),
    changes: fc.integer({ min: 0, max: 3 }),
    categories: fc.array(category, { minLength: 1, maxLength: 4 }),
    hash: fc.constantFrom('sha256' as const, 'sm3' as const),
    algorithm: fc.constantFrom('ed25519' as const, 'sm2' as const),
  })
  const cast = fc.record({ voter: fc.nat(7), seeds: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }) })

  it('pass, and with one ballot dropped, doubled, moved or counted twice they fail', async () => {
    await fc.assert(
      fc.asyncProperty(sketch, fc.array(cast, { maxLength: 25 }), fc.nat(), async (shape, casts, pick) => {
        const made = makeElection(shape)
        const voters = await Promise.all(Array.from({ length: 8 }, (_, n) => makeVoter(made, n % made.issuing.length)))
        const counters = new Map<number, number>()
        const entries = casts.flatMap<Entry>(({ voter, seeds }) => {
          const counter = counters.get(voter) ?? 0
          if (counter > shape.changes) return []
          counters.set(voter, counter + 1)
          return [ballotEntry(made, voters[voter]!, { counter, choices: choicesBy(made.document.categories, seeds) })]
        })
        const lines = await textOf(made, entries, { headEvery: 1 + (pick % 7), voids: voidsOf(entries, pick) })
        const verdict = await verdictOn(lines)
        expect(verdict.findings).toEqual([])
        expect(verdict.ballots).toBe(entries.length)
        const leaves = lines.flatMap((line, n) => (line.startsWith('{"leaf"') ? [n] : []))
        const at = leaves[pick % leaves.length]!
        expect((await verdictOn(lines.toSpliced(at, 1))).ok).toBe(false)
        expect((await verdictOn(lines.toSpliced(at, 0, lines[at]!))).ok).toBe(false)
        const far = leaves[(pick + 1) % leaves.length]!
        expect((await verdictOn(lines.with(at, lines[far]!).with(far, lines[at]!))).ok).toBe(false)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

/** Choices that keep the rules, drawn by the seeds. */
const choicesBy = (
  categories: readonly { min: number; max: number; blank: boolean; candidates: { no: number }[] }[],
  seeds: readonly number[],
): number[][] =>
  categories.map(({ min, max, blank, candidates }, at) => {
    const [size, order] = [seeds[2 * at]!, seeds[2 * at + 1]!]
    if (blank && size % 5 === 0) return []
    const many = min + (size % (max - min + 1))
    const turned = candidates.map((_, n) => candidates[(n + order) % candidates.length]!.no)
    return turned.slice(0, many).toSorted((a, b) => a - b)
  })

/** A standing ballot to void, where there is one. */
const voidsOf = (entries: readonly Entry[], pick: number) => {
  const serialAt = (n: number) => (entries[n]!.leaf as { serial: string }).serial
  const standing = entries.flatMap((_, n) =>
    entries.some((_, m) => m > n && serialAt(m) === serialAt(n)) ? [] : [n + 1],
  )
  const leaf = standing[pick % (standing.length || 1)]
  return leaf === undefined ? [] : [{ leaf, reason: 'number-range', by: ['甲', '乙'] as [string, string] }]
}
