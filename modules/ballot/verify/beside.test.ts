import { beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '../shared/index.ts'
import { type Entry, type MadeElection, makeReceipt } from './testing/index.ts'
import { failedRules, small, someBallots, streamOf, textOf, verdictOn } from './testing/verdicts.ts'

let made: MadeElection
let ballots: Required<Entry>[]
let lines: string[]
beforeAll(async () => {
  made = small()
  ballots = await someBallots(made)
  lines = await textOf(made, ballots)
})

describe('with a receipt', () => {
  const receipt = (size: number, index: number) =>
    makeReceipt(
      made,
      ballots.slice(0, size).map(({ leaf }) => leaf),
      index,
    )

  it('the promise holds and its ballot is found, alone and among others', async () => {
    for (const [size, index] of [
      [1, 0],
      [2, 1],
      [7, 0],
      [7, 6],
      [9, 4],
    ] as const)
      expect(await failedRules(lines, { receipt: await receipt(size, index) })).toEqual([])
  })

  it('a promise that was not kept is shown', async () => {
    const without = await textOf(made, ballots.slice(0, 8))
    const { findings } = await verdictOn(without, { receipt: await receipt(9, 8) })
    expect(findings).toEqual([{ rule: 'B18', line: without.length, message: '回执所承诺的选票不在日志里。' }])
  })

  it('a ballot may still be on its way while voting runs', async () => {
    const early = await textOf(made, ballots.slice(0, 8), { stage: 'open' })
    expect(await verdictOn(early, { receipt: await receipt(9, 8) })).toMatchObject({ ok: true, receipt: 'not-in-log' })
    expect(await verdictOn(early, { receipt: await receipt(9, 2) })).toMatchObject({ ok: true, receipt: 'in-log' })
  })

  it('one that was changed proves nothing', async () => {
    const sound = await receipt(7, 3)
    const other = await receipt(7, 4)
    const changed: Partial<Receipt>[] = [
      { number: other.number },
      { leaf: other.leaf },
      { fingerprint: '0'.repeat(64) },
      { promise: { ...sound.promise, index: 4 } },
      { promise: { ...sound.promise, size: 8 } },
      { promise: { ...sound.promise, path: sound.promise.path.slice(1) } },
      { promise: { ...sound.promise, path: [...sound.promise.path, sound.promise.path[0]!] } },
      { promise: { ...sound.promise, path: [] } },
      { promise: { ...sound.promise, note: sound.promise.note.replace('\n7\n', '\n6\n') } },
      { promise: { ...sound.promise, note: JSON.parse(lines[3]!).head } },
    ]
    for (const change of changed)
      expect(await failedRules(lines, { receipt: { ...sound, ...change } })).toEqual(['B18'])
    for (const none of [{}, [], null, 'x']) expect(await failedRules(lines, { receipt: none })).toEqual(['B18'])
  })
})

describe('with an earlier record', () => {
  const since = async (earlier: readonly string[], later = lines) =>
    failedRules(later, { earlier: streamOf(earlier.join('')) })

  it('one that only grew passes, from every state to every later one', async () => {
    const open = await textOf(made, ballots.slice(0, 5), { stage: 'open' })
    const closed = await textOf(made, ballots, { stage: 'closed' })
    expect(await since(closed)).toEqual([])
    expect(await since(lines)).toEqual([])
    // heads signed at other times are no part of what the ballots were
    const prefix = [closed[0]!.replace('closed', 'open'), ...closed.slice(1, 10)]
    expect(await since(prefix)).toEqual([])
    expect(open.length).toBeGreaterThan(5)
  })

  it('one in which something that was there is another now fails, though it is sound by itself', async () => {
    const other = await textOf(
      made,
      [...ballots.slice(0, 3), ...ballots.slice(4)].filter((_, n) => n !== 7),
      { headEvery: 3 },
    )
    expect(await since(await textOf(made, ballots, { stage: 'closed', headEvery: 3 }), other)).toContain('B19')
    const shorter = await textOf(made, ballots.slice(0, 4), { stage: 'open' })
    expect(await since(lines, shorter)).toEqual(['B19'])
  })

  it('one of another election fails', async () => {
    expect(await since(await textOf(small(), [], { stage: 'open' }))).toEqual(['B19'])
  })
})

describe('with the head that a witness holds', () => {
  it('only the record that ends in it passes', async () => {
    const heads = lines.filter(line => line.startsWith('{"head"')).map(line => JSON.parse(line).head as string)
    expect(await failedRules(lines, { head: heads.at(-1)! })).toEqual([])
    expect(await failedRules(lines, { head: heads.at(-2)! })).toEqual(['B20'])
    const another = await textOf(made, ballots.slice(0, 8))
    expect(await failedRules(another, { head: heads.at(-1)! })).toEqual(['B20'])
  })
})
