import type { BallotTable } from './ballots.ts'
import type { ElectionDocument } from './document.ts'
import { isObject } from './shape.ts'

export type Issued = { group: string; mode: string; count: number }

type Key = { group: string; mode: string; issued: number; used: number; counted: number }
type Sums = { after: number[]; before: number[] }

/** What the record itself gives as the result (docs/ballot.md, “Voids, tally and result”). */
export const countAll = (
  document: ElectionDocument,
  ballots: BallotTable,
  log: { accepted: number; issued: readonly Issued[]; voided: ReadonlyMap<string, number> },
) => {
  const keys: Key[] = document.keys.map(({ group, mode }, n) => ({
    group,
    mode,
    issued: log.issued[n]?.count ?? 0,
    used: 0,
    counted: 0,
  }))
  const sums = (): Sums => ({ after: document.groups.map(() => 0), before: document.groups.map(() => 0) })
  const tally = document.categories.map(({ key, candidates }) => ({
    category: key,
    blank: sums(),
    candidates: candidates.map(({ no }) => ({ no, ...sums() })),
  }))
  const groupAt = document.keys.map(({ group }) => document.groups.findIndex(({ key }) => key === group))
  ballots.each((key, isVoid, has) => {
    if (key === undefined) return
    const group = groupAt[key]!
    keys[key]!.used += 1
    if (!isVoid) keys[key]!.counted += 1
    const add = ({ after, before }: Sums) => {
      before[group]! += 1
      if (!isVoid) after[group]! += 1
    }
    let bit = 0
    for (const { blank, candidates } of tally) {
      let chosen = 0
      for (const candidate of candidates) {
        if (has(bit)) {
          add(candidate)
          chosen += 1
        }
        bit += 1
      }
      if (chosen === 0) add(blank)
    }
  })
  return {
    accepted: log.accepted,
    superseded: log.accepted - ballots.serials(),
    keys,
    voided: document.voidReasons.map(({ code }) => ({ code, count: log.voided.get(code) ?? 0 })),
    tally,
  }
}

/** The first place where two values differ, as a path with both values; undefined where they are the same. */
export const differenceOf = (given: unknown, counted: unknown, path = ''): string | undefined => {
  const names = (value: unknown) => (Array.isArray(value) || isObject(value) ? Object.keys(value) : [])
  if (names(given).length === 0 && names(counted).length === 0)
    return Object.is(given, counted) || JSON.stringify(given) === JSON.stringify(counted)
      ? undefined
      : `${path || '结果'} 公布为${JSON.stringify(given)}，重算为${JSON.stringify(counted)}`
  const [a, b] = [Object(given), Object(counted)]
  for (const name of new Set([...names(counted), ...names(given)])) {
    const found = differenceOf(a[name], b[name], path ? `${path}.${name}` : name)
    if (found) return found
  }
  return Array.isArray(given) === Array.isArray(counted) ? undefined : `${path || '结果'} 的格式不对`
}
