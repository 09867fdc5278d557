import { type CharacterKey, type GivenStrokes, isUndecided, keyOf } from './character-key.ts'
import { familyNameLength } from './family-name.ts'
import { loadStrokes, type StrokeTable } from './strokes.ts'

/**
 * 姓氏笔画 `familyName`: within a family name, names with one given character come first (party congresses, CPPCC).
 * 姓名笔画 `fullName`: the second character is compared straight away (People's Congresses).
 */
export type StrokeRule = 'familyName' | 'fullName'

export interface StrokeOrderOptions {
  rule?: StrokeRule
  /** Stroke strings for characters not on file, as digits 1–5 in writing order. */
  strokes?: GivenStrokes
}

/** A character whose place is not known; the clerk is asked for its strokes. */
export interface UnknownCharacter {
  character: string
  names: string[]
  advice: string
}

export interface StrokeOrder<T> {
  /** All items; final only if `unknown` is empty, otherwise names with unknown characters stand last, as given. */
  ordered: T[]
  unknown: UnknownCharacter[]
}

/**
 * Puts people in the official order of strokes (以姓氏笔画为序). The same names always come out in the same order;
 * items with equal names keep the order in which they were given.
 */
export async function inStrokeOrder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  options: StrokeOrderOptions = {},
): Promise<StrokeOrder<T>> {
  const { rule = 'familyName', strokes = {} } = options
  requireStrokes(strokes)
  const table = await loadStrokes()
  const names = items.map(item => lettersOf(nameOf(item)))
  const keys = keysOf(table, names.flat(), strokes)
  const unknown = unknownIn(items.map(nameOf), keys)
  const isUnknown = new Set(unknown.map(entry => entry.character))
  const ranked = items.map((item, i) => {
    const letters = names[i]!
    const known = letters.length > 0 && !letters.some(letter => isUnknown.has(letter))
    return { item, rank: known ? rankOf(letters, keys, rule) : undefined }
  })
  ranked.sort((a, b) => compareRanks(a.rank, b.rank))
  return { ordered: ranked.map(entry => entry.item), unknown }
}

/**
 * A name's place in the official order as plain text, for an index: `familyName` rule, compared by code point. A
 * character whose strokes are not on file puts the name behind all others.
 */
export async function strokePlace(name: string): Promise<string> {
  const letters = lettersOf(name)
  const keys = keysOf(await loadStrokes(), letters, {})
  const known = letters.length > 0 && letters.every(letter => keys.has(letter))
  // the separator sorts before whatever a part may go on with, so that texts compare as their parts do
  return known ? rankOf(letters, keys, 'familyName').join('\u0001') : `~${name}`
}

/** The characters that are compared: separators of ethnic names and spaces are not. */
function lettersOf(name: string): string[] {
  return Array.from(name.normalize('NFC').replaceAll(/[·\s]/gu, ''))
}

function keysOf(table: StrokeTable, letters: readonly string[], given: GivenStrokes): Map<string, CharacterKey> {
  const keys = new Map<string, CharacterKey>()
  for (const letter of new Set(letters)) {
    const key = keyOf(table, letter, given)
    if (key) keys.set(letter, key)
  }
  const all = [...keys]
  for (const [letter, key] of all) {
    if (key.upTo && all.some(([other, otherKey]) => other !== letter && isUndecided(key, otherKey))) keys.delete(letter)
  }
  return keys
}

/** The parts to compare from left to right; a family name's mark sorts before any character, so 欧 stands before 欧阳. */
function rankOf(letters: readonly string[], keys: ReadonlyMap<string, CharacterKey>, rule: StrokeRule): string[] {
  const parts = letters.map(letter => keys.get(letter)!.key)
  if (rule === 'fullName') return parts
  const family = familyNameLength(letters)
  const single = letters.length - family === 1
  return [...parts.slice(0, family), single ? ' 1' : ' 2', ...parts.slice(family)]
}

function compareRanks(a: readonly string[] | undefined, b: readonly string[] | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  const at = a.findIndex((part, i) => part !== b[i])
  if (at < 0) return a.length - b.length
  return b[at] === undefined || a[at]! > b[at] ? 1 : -1
}

function unknownIn(names: readonly string[], keys: ReadonlyMap<string, CharacterKey>): UnknownCharacter[] {
  const found = new Map<string, string[]>()
  for (const name of names) {
    for (const letter of new Set(lettersOf(name))) {
      if (!keys.has(letter)) found.set(letter, [...(found.get(letter) ?? []), name])
    }
  }
  return [...found].map(([character, holders]) => ({
    character,
    names: holders,
    advice: `笔画表中没有“${character}”字的笔顺，请按横1、竖2、撇3、点4、折5的顺序填写，例如“王”填1121。`,
  }))
}

function requireStrokes(strokes: GivenStrokes): void {
  for (const [character, digits] of Object.entries(strokes)) {
    if (!/^[1-5]{1,64}$/.test(digits)) {
      throw new RangeError(`“${character}”字的笔顺只能由数字1至5组成（横1、竖2、撇3、点4、折5）。`)
    }
  }
}
