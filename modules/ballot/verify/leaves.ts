import { type BallotTable, ballotTable } from './ballots.ts'
import type { ElectionDocument } from './document.ts'
import type { Issued } from './result.ts'
import type { Place, Report } from './rules.ts'
import { type Check, isCount, isHash, isMinute, isMode, isText, isWords, listOf, members, oneOf } from './shape.ts'

export type BallotLeaf = { kind: 'ballot'; minute: string; serial: string; counter: number; choices: string }
export type Leaf =
  | { kind: 'open' }
  | BallotLeaf
  | { kind: 'close'; issued: Issued[] }
  | { kind: 'void'; leaf: number; reason: string; by: [string, string] }
  | { kind: 'final'; result: string }

/** Exact members of each kind's leaf in the log of one election. */
const formsOf = (fingerprint: string): Record<Leaf['kind'], Check> => {
  const base = { election: oneOf(fingerprint), minute: isMinute }
  const form = (kind: string, more: Record<string, Check>) => members({ ...base, kind: oneOf(kind), ...more })
  return {
    open: form('open', {}),
    ballot: form('ballot', { serial: isHash, counter: isCount, choices: isHash }),
    close: form('close', { issued: listOf(members({ group: isText, mode: isMode, count: isCount })) }),
    void: form('void', { leaf: isCount, reason: isText, by: listOf(isWords, 2, 2) }),
    final: form('final', { result: isHash }),
  }
}

/** Which kinds may follow which (B04). */
const next: Record<Leaf['kind'] | 'nothing', readonly Leaf['kind'][]> = {
  nothing: ['open'],
  open: ['ballot', 'close'],
  ballot: ['ballot', 'close'],
  close: ['void', 'final'],
  void: ['void', 'final'],
  final: [],
}

const kindNames = { open: '开始', ballot: '选票', close: '截止', void: '作废', final: '定账' }
const whyNot = { none: '那里没有选票', superseded: '那张选票已被替代', void: '那张选票已经作废' }

/** Checks leaves one after the other and keeps what they add up to. */
export const leafCheck = (document: ElectionDocument, fingerprint: string, report: Report) => {
  const forms = formsOf(fingerprint)
  const ballots: BallotTable = ballotTable(document)
  const opens = `${document.opensAt.slice(0, 16)}Z`
  const state = {
    last: 'nothing' as Leaf['kind'] | 'nothing',
    accepted: 0,
    issued: undefined as Issued[] | undefined,
    result: undefined as string | undefined,
    voided: new Map<string, number>(),
  }

  const takeBallot = (leaf: BallotLeaf, place: Required<Place>): number => {
    state.accepted += 1
    // a minute ends in Z where an instant has seconds: compare what both have
    if (leaf.minute < opens || `${leaf.minute.slice(0, 16)}:00Z` >= document.closesAt)
      report('B13', place, `${leaf.minute} 不在投票时段内。`)
    const { slot, before } = ballots.take(leaf.serial, place.index, leaf.counter)
    if (leaf.counter !== before + 1) report('B12', place, `改投序号为${leaf.counter}，应为${before + 1}。`)
    if (leaf.counter > document.changes) report('B12', place, `改投了${leaf.counter}次，最多${document.changes}次。`)
    return slot
  }

  const takeVoid = ({ leaf, reason, by }: Leaf & { kind: 'void' }, place: Place): void => {
    const why = ballots.void(leaf)
    if (why) report('B14', place, `作废第${leaf}条：${whyNot[why]}。`)
    if (!document.voidReasons.some(({ code }) => code === reason)) report('B14', place, `没有“${reason}”这个作废理由。`)
    if (by[0] === by[1]) report('B14', place, '作废须由两名不同的工作人员作出。')
    state.voided.set(reason, (state.voided.get(reason) ?? 0) + 1)
  }

  /** Takes a leaf in; a ballot's slot comes back. Undefined for other kinds and for what is no leaf. */
  const take = (value: unknown, place: Required<Place>): { leaf?: Leaf; slot?: number } => {
    const kind = (value as Leaf | null)?.kind
    if (!kind || !Object.hasOwn(forms, kind) || !forms[kind](value)) {
      report('B03', place, '条目的成员不对，或不属于这次选举。')
      return {}
    }
    const leaf = value as Leaf
    if (!next[state.last].includes(kind)) report('B04', place, `“${kindNames[kind]}”条目不应出现在这里。`)
    state.last = kind
    if (leaf.kind === 'ballot') return { leaf, slot: takeBallot(leaf, place) }
    if (leaf.kind === 'void') takeVoid(leaf, place)
    if (leaf.kind === 'close') state.issued = leaf.issued
    if (leaf.kind === 'final') state.result = leaf.result
    return { leaf }
  }
  return { take, state, ballots }
}
export type LeafState = ReturnType<typeof leafCheck>['state']
