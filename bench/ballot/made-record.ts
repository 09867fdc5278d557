import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Issued, Result } from '#modules/ballot/shared/index.ts'
import { ballotEntry, type Entry, makeElection, makeVoter, recordLines } from '#modules/ballot/verify/testing/index.ts'

/** As in Jiaozuo's vote: 15, 15 and 150 candidates, 8 to 10 of each of the small lists, up to 100 of the long one. */
const categories = [
  { candidates: 15, min: 8, max: 10, blank: false },
  { candidates: 15, min: 8, max: 10, blank: false },
  { candidates: 150, min: 1, max: 100, blank: false },
]

/** Different ballots that are cast, so that counting them is multiplication. */
const patterns = 997
/** One ballot in fifty is changed afterwards. */
const changedEvery = 50
/** Credentials signed at once, in the threads of the pool. */
const atOnce = 64

const patternOf = (n: number): number[][] => {
  const some = (from: number, of: number, many: number) =>
    Array.from({ length: of }, (_, k) => ({ no: from + k, order: (k * 7919 + n * 104_729) % 1009 }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, many)
      .map(({ no }) => no)
      .toSorted((a, b) => a - b)
  return [some(1, 15, 8 + (n % 3)), some(16, 15, 10 - (n % 3)), some(31, 150, 10 + (n % 41))]
}

/** Writes a sound record of so many ballots, with a head for every 500. */
export const writeRecord = async (file: string, ballots: number): Promise<void> => {
  const made = makeElection({ groups: 2, categories, changes: 1 })
  const all = Array.from({ length: patterns }, (_, n) => patternOf(n))
  const uses = made.document.groups.map(() => new Float64Array(patterns))
  const used = made.document.keys.map(() => 0)
  const changed = Math.floor(ballots / changedEvery)
  const voters = ballots - changed

  async function* cast(): AsyncGenerator<Entry> {
    for (let at = 0; at < voters; at += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, voters - at) }, (_, n) => at + n)
      for (const [k, voter] of (await Promise.all(some.map(n => makeVoter(made, keyOf(n))))).entries()) {
        const n = at + k
        const isChanged = n < changed
        yield ballotEntry(made, voter, { counter: 0, choices: all[n % patterns]! })
        if (isChanged) yield ballotEntry(made, voter, { counter: 1, choices: all[(n + 1) % patterns]! })
        uses[keyOf(n) >> 1]![(n + (isChanged ? 1 : 0)) % patterns]! += 1
        used[keyOf(n)]! += 1
      }
    }
  }

  const count = (issued: readonly Issued[]): Result => {
    const sums = (chosen: (pattern: number[][]) => boolean) => {
      const each = uses.map(group => all.reduce((sum, pattern, n) => sum + (chosen(pattern) ? group[n]! : 0), 0))
      return { after: each, before: each }
    }
    return {
      accepted: ballots,
      superseded: changed,
      keys: issued.map(({ group, mode, count }, n) => ({
        group,
        mode,
        issued: count,
        used: used[n]!,
        counted: used[n]!,
      })),
      voided: made.document.voidReasons.map(({ code }) => ({ code, count: 0 })),
      tally: made.document.categories.map(({ key, candidates }, at) => ({
        category: key,
        blank: sums(pattern => pattern[at]!.length === 0),
        candidates: candidates.map(({ no }) => ({ no, ...sums(pattern => pattern[at]!.includes(no)) })),
      })),
    }
  }
  const issued = made.document.keys.map(({ group, mode }) => ({ group, mode, count: voters }))
  const lines = recordLines(made, cast(), { headEvery: 500, issued, count })
  await pipeline(Readable.from(joined(lines)), createWriteStream(file))
}

/** One voter in ten used the weaker mode, every second is of the second group. */
const keyOf = (voter: number): number => (voter % 2) * 2 + (voter % 10 === 0 ? 1 : 0)

/** A write for each line would cost more than the line. */
async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const line of lines) {
    text += line
    if (text.length < 1 << 18) continue
    yield text
    text = ''
  }
  if (text) yield text
}
