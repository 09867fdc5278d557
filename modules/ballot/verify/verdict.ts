import type { Finding, RuleId } from './rules.ts'

export type Options = {
  /** A voter's receipt, as parsed from its JSON (B18). */
  receipt?: unknown
  /** An earlier record of the same election (B19). */
  earlier?: AsyncIterable<Uint8Array>
  /** The last head, as a witness holds it or the notice of the result printed it (B20). */
  head?: string
}

/** How far the election was when the record was written; the record says so itself, unsigned. */
export type Stage = 'open' | 'closed' | 'final'

export type Verdict = {
  ok: boolean
  title: string | null
  fingerprint: string | null
  stage: Stage | null
  /** Leaves in the log, ballots among them, tree heads. */
  leaves: number
  ballots: number
  heads: number
  /** Whether the ballot of the given receipt is in the log: while voting runs it may still be on its way. */
  receipt: 'in-log' | 'not-in-log' | null
  /** Rules that could be checked at this stage with what was given. */
  checked: RuleId[]
  /** How often each rule failed. */
  failed: Partial<Record<RuleId, number>>
  /** The first faults of each rule. */
  findings: Finding[]
}

const whileOpen: RuleId[] = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B12', 'B13']
const whenClosed: RuleId[] = ['B14', 'B16']
const whenFinal: RuleId[] = ['B08', 'B09', 'B10', 'B11', 'B15', 'B17']

/** Rules that can be checked of a record. */
export const rulesFor = (stage: Stage | null, { receipt, earlier, head }: Options): RuleId[] =>
  [
    ...(stage ? whileOpen : (['B01'] as const)),
    ...(stage === 'closed' || stage === 'final' ? whenClosed : []),
    ...(stage === 'final' ? whenFinal : []),
    ...(receipt !== undefined ? (['B18'] as const) : []),
    ...(earlier ? (['B19'] as const) : []),
    ...(head !== undefined ? (['B20'] as const) : []),
  ].toSorted()
