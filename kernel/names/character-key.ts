import type { StrokeString, StrokeTable } from './strokes.ts'

/** A character's place: keys compare as plain strings. `upTo` is set where only a range is known. */
export interface CharacterKey {
  key: string
  /** The stroke part of the next listed character, where this one's own strokes are not on file. */
  upTo?: string
  level: number
}

/** Stroke strings that a clerk gave for characters the tables lack, by character. */
export type GivenStrokes = Readonly<Record<string, StrokeString>>

/** The place of one character, or undefined if nothing is known of it. */
export function keyOf(table: StrokeTable, character: string, given: GivenStrokes): CharacterKey | undefined {
  const position = table.positionOf(character)
  const strokes = given[character] ?? table.strokesOf(character)
  if (strokes) return { key: strokePart(strokes) + tail(character, position), level: position?.level ?? 9 }
  if (!position) return undefined
  const level = table.level(position.level)
  const before = nearest(table, level, position.index, -1)
  const after = nearest(table, level, position.index, 1)
  if (!before || !after) return undefined
  return { key: before + tail(character, position), upTo: after, level: position.level }
}

/** True if nothing on file says which of two characters comes first: one's strokes are only known as a range. */
export function isUndecided(a: CharacterKey, b: CharacterKey): boolean {
  if (a.level === b.level && a.level !== 9) return false
  const [lowA, highA] = range(a)
  const [lowB, highB] = range(b)
  return Boolean(a.upTo || b.upTo) && lowA <= highB && lowB <= highA
}

/** Stroke count, then the strokes one by one. */
function strokePart(strokes: StrokeString): string {
  return String(strokes.length).padStart(2, '0') + strokes
}

/** Equal strokes: the order of the official table decides, then the code point, so that the order is total. */
function tail(character: string, position: { level: number; index: number } | undefined): string {
  const { level, index } = position ?? { level: 9, index: 0 }
  return `/${level}${String(index).padStart(4, '0')}${character.codePointAt(0)!.toString(16).padStart(6, '0')}`
}

function nearest(table: StrokeTable, level: readonly string[], index: number, step: 1 | -1): string | undefined {
  for (let i = index + step; i >= 0 && i < level.length; i += step) {
    const strokes = table.strokesOf(level[i]!)
    if (strokes) return strokePart(strokes)
  }
  return undefined
}

const range = ({ key, upTo }: CharacterKey): [string, string] => {
  const low = key.slice(0, key.indexOf('/'))
  return [low, upTo ?? low]
}
