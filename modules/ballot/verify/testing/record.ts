import { createHash } from 'node:crypto'
import {
  canonicalJson,
  digest,
  emptyFrontier,
  type Frontier,
  growTree,
  type Json,
  rootOf,
  treeHash,
} from '#platform/crypto/index.ts'
import type { Issued, Leaf, Result } from '../../shared/index.ts'
import type { Entry } from './ballots.ts'
import { digestOf, type MadeElection } from './election.ts'
import { counter } from './tally.ts'

/** A change that somebody who holds every key could make before the log is signed. */
export type Forgery = {
  leaf?: (leaf: Leaf, index: number) => object
  opening?: (entry: Required<Entry>, index: number) => object | undefined
  head?: (note: string, size: number) => string
  result?: (result: Result) => object
}

export type Making = {
  stage?: 'open' | 'closed' | 'final'
  /** Leaves after which a head is signed. */
  headEvery?: number
  voids?: { leaf: number; reason: string; by: [string, string] }[]
  issued?: Issued[]
  forge?: Forgery
  /** Gives the result where counting by the book would take too long. */
  count?: (issued: readonly Issued[]) => Result
}

const utf8 = (value: unknown) => Buffer.from(canonicalJson(value as Json))

/** A signed note by the log's key. */
export const signNote = ({ document, log }: MadeElection, text: string): string => {
  const type = document.log.algorithm === 'sm2' ? Buffer.from('\xffSM2', 'latin1') : Buffer.of(1)
  const about = Buffer.concat([Buffer.from(`${document.log.name}\n`), type, log.publicKey])
  const keyId = createHash('sha256').update(about).digest().subarray(0, 4)
  const signature = Buffer.concat([keyId, log.sign(Buffer.from(text))]).toString('base64')
  return `${text}\n— ${document.log.name} ${signature}\n`
}

/** The lines of record.jsonl, each with its line feed, of ballots in the order of the log. */
export async function* recordLines(
  made: MadeElection,
  ballots: Iterable<Entry> | AsyncIterable<Entry>,
  { stage = 'final', headEvery = 5, voids = [], issued, forge = {}, count }: Making = {},
): AsyncGenerator<string> {
  const { document, fingerprint } = made
  const hash = treeHash(digestOf(document))
  const counted = counter(document)
  let frontier: Frontier = emptyFrontier
  let headAt = 0
  const line = (value: object) => `${canonicalJson(value as Json)}\n`

  const entry = (each: Entry): string => {
    const index = frontier.size
    const leaf = forge.leaf?.(each.leaf, index) ?? each.leaf
    if (!count) counted.take(each, index)
    frontier = growTree(hash, frontier, [hash.leaf(utf8(leaf))]).frontier
    const opened = each.opening && stage === 'final' && each.leaf.kind === 'ballot'
    const opening = opened ? (forge.opening ?? (({ opening }) => opening))(each as Required<Entry>, index) : undefined
    return line({ leaf, ...(opening && { opening }) })
  }
  const head = (): string => {
    headAt = frontier.size
    const root = Buffer.from(rootOf(hash, frontier)).toString('base64')
    const time = new Date(Date.UTC(2017, 3, 20) + 1000 * headAt).toISOString().slice(0, 19)
    const note = signNote(made, `shishi-ballot/1/${fingerprint}\n${headAt}\n${root}\ntime ${time}Z\n`)
    return line({ head: forge.head?.(note, headAt) ?? note })
  }
  const base = (minute: string) => ({ election: fingerprint, minute })

  yield line({ record: 'shishi-ballot/1', fingerprint, stage })
  yield line({ election: document })
  yield entry({ leaf: { ...base('2017-04-20T00:00Z'), kind: 'open' } })
  yield head()
  const used = new Map<string, Set<string>>()
  for await (const each of ballots) {
    const { group, mode, serial } = each.opening!
    const key = `${group} ${mode}`
    if (!issued) used.set(key, (used.get(key) ?? new Set()).add(serial))
    yield entry(each)
    if (frontier.size - headAt >= headEvery) yield head()
  }
  const given =
    issued ??
    document.keys.map(({ group, mode }) => ({ group, mode, count: (used.get(`${group} ${mode}`)?.size ?? 0) + 1 }))
  if (stage !== 'open') {
    yield entry({ leaf: { ...base('2017-04-27T10:00Z'), kind: 'close', issued: given } })
    yield head()
    for (const each of voids) yield entry({ leaf: { ...base('2017-04-28T01:00Z'), kind: 'void', ...each } })
  }
  if (stage === 'final') {
    const sum = (count ?? counted.result)(given)
    const result = forge.result?.(sum) ?? sum
    const commitment = digest(digestOf(document), canonicalJson(result as Json)).toString('hex')
    yield entry({ leaf: { ...base('2017-04-28T02:00Z'), kind: 'final', result: commitment } })
    yield head()
    yield line({ result })
  } else if (headAt < frontier.size) yield head()
}
