import type { ExpenseKind } from './programme.ts'

type Line = { item: string; quantity?: string }
type Field = keyof Line

/** A forbidden kind found in a line: by what, where, and whether it can mean nothing else. */
export type Hidden = { field: Field; word: string; sure: boolean }

/** Text as a search sees it: full width made half, no spaces, no signs put between the letters of a word. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{S}\p{Cf}\p{M}]/gu, '')

/** Stands for what was taken out, so that the words on both sides of it do not become one. */
const gap = '|'

/** Bare text without what only contains a word of the kind: phrases that are harmless, things named after a trade. */
const telling = ({ except, trades = [], goods = [] }: ExpenseKind, text: string): string => {
  const rest = except.reduce((left, phrase) => left.replaceAll(bare(phrase), gap), bare(text))
  const of = (trade: string, left: string) =>
    goods.reduce((less, thing) => less.replaceAll(bare(trade + thing), gap), left)
  return trades.reduce((left, trade) => (left.includes(bare(trade)) ? of(trade, left) : left), rest)
}

/** 一 is left out: 统一, 一工区. */
const counted = /[\d二两三四五六七八九十百半几]/

/** The first unit that stands behind a number. */
const unitIn = (units: readonly string[], text: string): string | undefined =>
  units.find(unit =>
    text.split(bare(unit)).some((before, at, parts) => at < parts.length - 1 && counted.test(before.at(-1) ?? '')),
  )

const sureIn = (kind: ExpenseKind, text: string): string | undefined =>
  [...kind.words, ...(kind.trades ?? [])].find(word => text.includes(bare(word))) ?? unitIn(kind.units ?? [], text)

const doubtfulIn = (kind: ExpenseKind, { item }: Line, field: Field, text: string): string | undefined => {
  const hired = (kind.hired ?? []).some(word => item.includes(word))
  const units = field === 'quantity' && !hired ? kind.doubtfulUnits : undefined
  return (kind.doubtful ?? []).find(word => text.includes(bare(word))) ?? unitIn(units ?? [], text)
}

/** Where a line tells of a forbidden kind: in what is bought and in how much of it, the first word of each. */
export const hiddenIn = (kind: ExpenseKind, line: Line): Hidden[] =>
  (['item', 'quantity'] as const).flatMap(field => {
    const given = line[field] ?? ''
    const sure = sureIn(kind, telling(kind, given))
    const word = sure ?? doubtfulIn(kind, line, field, bare(given))
    return word === undefined ? [] : [{ field, word, sure: sure !== undefined }]
  })
