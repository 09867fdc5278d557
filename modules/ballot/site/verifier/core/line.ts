import { hex, utf8 } from '../crypto/bytes.ts'
import { canonical } from './canonical.ts'
import type { Rule } from './faults.ts'
import { type BallotLeaf, isLeaf, isOpening, type Leaf } from './leaf.ts'
import { packMarks } from './marks.ts'
import { type Head, readHead } from './note.ts'
import { keyOf, type OpeningChecks, openingFaults } from './opening.ts'
import { isObject } from './shape.ts'
import { leafHash } from './tree.ts'

/** What one line says, found out without looking at any other: so lines can be read on all cores at once. */
export type Fact = { faults?: { rule: Rule; what: string }[] } & (
  | { is: 'ballot'; hash: string; serial: string; counter: number; opened: boolean; key: number; marks: string }
  | { is: 'leaf'; hash: string; leaf: Exclude<Leaf, BallotLeaf> | undefined; opened: boolean }
  | { is: 'head'; note: string; head: Head | undefined }
  | { is: 'result'; text: string; value: unknown }
  | { is: 'unknown' }
)

export type LineChecks = OpeningChecks & { fingerprint: string }

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const safely = (value: unknown): string => {
  try {
    return canonical(value)
  } catch {
    return ''
  }
}

/** Checks of single lines: B01, B03, B08–B11, B13, heads' signatures (B05), the form of openings (B15). */
export const lineReader = (checks: LineChecks) => {
  return async (line: string): Promise<Fact> => {
    const { fact, text } = await factOf(checks, parse(line))
    // Most lines are sound, and a million empty lists are not worth handing over.
    if (fact.faults?.length === 0) delete fact.faults
    if (text === line) return fact
    return { ...fact, faults: [{ rule: 'B01', what: '不是规范化的JSON' }, ...(fact.faults ?? [])] }
  }
}

/** A fact, and the line as it should have been written. */
type Read = { fact: Fact; text: string }

const strange: Fact = { is: 'unknown', faults: [{ rule: 'B01', what: '这一行不是记录中应有的内容' }] }

const factOf = async (checks: LineChecks, value: unknown): Promise<Read> => {
  const names = isObject(value) ? Object.keys(value).sort().join() : ''
  const line = value as Record<string, unknown>
  if (names === 'leaf' || names === 'leaf,opening') return readLeaf(checks, line as LeafLine)
  const text = safely(value)
  if (names === 'head' && typeof line.head === 'string') {
    const head = readHead(checks.document.log, checks.fingerprint, line.head)
    return { fact: { is: 'head', note: line.head, head }, text }
  }
  if (names === 'result') return { fact: { is: 'result', text: safely(line.result), value: line.result }, text }
  return { fact: strange, text }
}

type LeafLine = { leaf: unknown; opening?: unknown }

const readLeaf = async (checks: LineChecks, line: LeafLine): Promise<Read> => {
  const leaf = safely(line.leaf)
  const opening = line.opening === undefined ? '' : `,"opening":${safely(line.opening)}`
  const hash = hex(leafHash(checks.digest, utf8(leaf)))
  return { fact: await leafFact(checks, line, hash), text: `{"leaf":${leaf}${opening}}` }
}

const leafFact = async (checks: LineChecks, { leaf, opening }: LeafLine, hash: string): Promise<Fact> => {
  const opened = opening !== undefined
  if (!isLeaf(leaf))
    return { is: 'leaf', hash, leaf: undefined, opened, faults: [{ rule: 'B03', what: '内容不合这一种记录的格式' }] }
  const faults: Fact['faults'] = []
  if (leaf.election !== checks.fingerprint) faults.push({ rule: 'B03', what: '记的是另一次评议' })
  if (opened && !isOpening(opening)) faults.push({ rule: 'B15', what: '公开的内容格式不对' })
  if (leaf.kind !== 'ballot') return { is: 'leaf', hash, leaf, opened, faults }
  if (!isInWindow(checks, leaf)) faults.push({ rule: 'B13', what: `时间${leaf.minute}不在投票时间内` })
  const { serial, counter } = leaf
  const ballot = { is: 'ballot' as const, hash, serial, counter, opened, faults }
  if (!isOpening(opening)) return { ...ballot, key: -1, marks: '' }
  faults.push(...(await openingFaults(checks, leaf, opening)))
  return { ...ballot, key: keyOf(checks.document, opening), marks: packMarks(checks.places, opening.choices) }
}

const isInWindow = ({ document: { opensAt, closesAt } }: LineChecks, { minute }: BallotLeaf) =>
  minute.slice(0, 16) >= opensAt.slice(0, 16) && `${minute.slice(0, 16)}:00Z` < closesAt
