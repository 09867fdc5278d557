import { Readable } from 'node:stream'
import { type Options, type RuleId, type Verdict, verifyRecord } from '../index.ts'
import type { Entry } from './ballots.ts'
import { ballotEntry, makeVoter } from './ballots.ts'
import { type MadeElection, makeElection } from './election.ts'
import { type Making, recordLines } from './record.ts'

/** Two categories, two groups, two changes: enough for every rule to be broken. */
export const small = () =>
  makeElection({
    groups: 2,
    changes: 2,
    categories: [
      { candidates: 5, min: 2, max: 3, blank: false },
      { candidates: 3, min: 1, max: 3, blank: true },
    ],
  })

/** Six voters of all keys; the second and the fifth change their ballots. Leaves 1 to 9. */
export const someBallots = async (made: MadeElection): Promise<Required<Entry>[]> => {
  const voters = await Promise.all([0, 1, 2, 3, 0, 2].map(key => makeVoter(made, key)))
  const cast = (voter: number, counter: number, choices: number[][]) =>
    ballotEntry(made, voters[voter]!, { counter, choices })
  return [
    cast(0, 0, [[1, 2], [6]]),
    cast(1, 0, [[1, 3], []]),
    cast(2, 0, [
      [2, 3, 5],
      [6, 7, 8],
    ]),
    cast(1, 1, [[4, 5], [8]]),
    cast(3, 0, [[1, 2], []]),
    cast(4, 0, [[1, 5], [6]]),
    cast(1, 2, [[2, 5], [7]]),
    cast(5, 0, [[3, 4, 5], [7]]),
    cast(4, 1, [[3, 4], [6]]),
  ]
}

export const textOf = async (made: MadeElection, ballots: Iterable<Entry>, making: Making = {}): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of recordLines(made, ballots, making)) lines.push(line)
  return lines
}

/** In portions of uneven length, as a file may come. */
export const streamOf = (text: string): Readable => {
  const bytes = Buffer.from(text)
  const portions: Buffer[] = []
  for (let at = 0, n = 1; at < bytes.length; at += n, n = ((n * 31) % 4093) + 1)
    portions.push(bytes.subarray(at, at + n))
  return Readable.from(portions)
}

export const verdictOn = (lines: readonly string[], options?: Options): Promise<Verdict> =>
  verifyRecord(streamOf(lines.join('')), options)

export const failedRules = async (lines: readonly string[], options?: Options): Promise<RuleId[]> =>
  Object.keys((await verdictOn(lines, options)).failed).toSorted() as RuleId[]
