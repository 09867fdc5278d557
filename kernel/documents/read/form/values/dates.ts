import { halfWidth, tidyDate } from '#kernel/forms/shared/index.ts'

const DIGITS: Record<string, string> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((sign, at) => [sign, String(at)]),
)
const YEAR = /[〇○零Ｏ一二三四五六七八九]{4}(?=\s*年)/u

const counted = (text: string): string => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const high = text.includes('十') ? (DIGITS[tens ?? ''] ?? '1') : ''
  return `${high}${DIGITS[ones ?? ''] ?? (text.includes('十') ? '0' : '')}`
}

/** `二〇二一年十二月三日` → `2021年12月3日`; other text as it stands. */
export const arabicDate = (text: string): string => {
  if (!YEAR.test(text)) return text
  return text
    .replace(YEAR, year => [...year].map(sign => DIGITS[sign] ?? '0').join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=\s*[月日])/gu, counted)
}

/** A date or month in any of the spellings of forms, ISO; what is no date comes back as it stands. */
export const dateFrom = (text: string): string => {
  const plain = arabicDate(halfWidth(text))
    .replace(/\s/gu, '')
    .replace(/[号。]$/u, '')
  return tidyDate(plain.replace(/、|．|·/gu, '.'))
}

const YEAR_SHAPE = String.raw`(?:19|20)\d{2}`
const withSign = (sign: string) => `${YEAR_SHAPE}\\s*${sign}\\s*\\d{1,2}(?:\\s*${sign}\\s*\\d{1,2})?(?!\\d)`

/** A day, a month or a year as rows of a form write them. */
export const ROW_DATE = `(?:${YEAR_SHAPE}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号])?|${[String.raw`\.`, '/', '-'].map(withSign).join('|')}|${YEAR_SHAPE}年?)`

/** Whether the text is a date template that nobody filled in (`2017年  月  日`). */
export const isBlankDate = (text: string): boolean => /^(\d{4})?年?月?日?$/u.test(text.replace(/[\s_]/gu, ''))
