import { isHash } from '../crypto/bytes.ts'
import { exactly, isCount, isFilled, isMinute, isText, type Judge, list, matches, oneOf } from './shape.ts'

type Base = { election: string; minute: string }
export type BallotLeaf = Base & { kind: 'ballot'; serial: string; counter: number; choices: string }
export type CloseLeaf = Base & { kind: 'close'; issued: { group: string; mode: string; count: number }[] }
export type VoidLeaf = Base & { kind: 'void'; leaf: number; reason: string; by: [string, string] }
export type FinalLeaf = Base & { kind: 'final'; result: string }
export type Leaf = (Base & { kind: 'open' }) | BallotLeaf | CloseLeaf | VoidLeaf | FinalLeaf

export type Opening = {
  choices: number[][]
  credential: string
  group: string
  mode: string
  salt: string
  serial: string
}

const base = { election: isHash, minute: isMinute }
const isMode = oneOf('blind', 'plain')
const issued = exactly({ group: isText, mode: isMode, count: isCount })

const shapes: Record<string, Judge> = {
  open: exactly({ ...base, kind: isText }),
  ballot: exactly({ ...base, kind: isText, serial: isHash, counter: isCount, choices: isHash }),
  close: exactly({ ...base, kind: isText, issued: list(issued) }),
  void: exactly({ ...base, kind: isText, leaf: isCount, reason: isText, by: list(isFilled, 2) }),
  final: exactly({ ...base, kind: isText, result: isHash }),
}

/** A leaf with exactly the members of its kind. */
export const isLeaf = (value: unknown): value is Leaf => {
  const { kind } = (value ?? {}) as { kind?: unknown }
  if (typeof kind !== 'string' || !Object.keys(shapes).includes(kind) || !shapes[kind]!(value)) return false
  return kind !== 'void' || (value as VoidLeaf).by.length === 2
}

const isOpeningShape = exactly({
  choices: list(list(value => isCount(value) && value > 0)),
  credential: matches(/^[\w-]+$/),
  group: isText,
  mode: isMode,
  salt: isHash,
  serial: isHash,
})
export const isOpening = (value: unknown): value is Opening => isOpeningShape(value)
