import { halfWidth } from '#kernel/forms/shared/index.ts'
import { withoutNumber } from '../words.ts'
import { arabicDate, ROW_DATE } from './dates.ts'
import { doubtful, linesFrom, type Reading, type Source, weakest } from './reading.ts'
import { unitAndPost } from './split.ts'

const TO = String.raw`\s*(?:-|—|–|―|～|~|至|到|－)+\s*`
const NOW = '至今|今|现在|目前'
const PERIOD = new RegExp(`^(${ROW_DATE})(?:${TO}(${ROW_DATE}|${NOW})|(至今)|)\\s*[:：,，、]?\\s*`, 'u')

/** `2008年7月` → `2008.07`, without what a month does not need. */
const month = (text: string | undefined): string => {
  const [, year, number] = /(\d{4})\D*(\d{1,2})?/.exec(text ?? '') ?? []
  if (!year) return text ? '至今' : ''
  return number ? `${year}.${number.padStart(2, '0')}` : year
}

/** A line that does not begin with a date goes on with the one before. */
const entriesOf = (lines: string[]): string[] => {
  const entries: string[] = []
  for (const line of lines.map(one => withoutNumber(arabicDate(one.replace(/[０-９]/gu, halfWidth))))) {
    const last = entries.length - 1
    if (PERIOD.test(line) || last < 0) entries.push(line)
    else entries[last] += line
  }
  return entries
}

const readEntry = (entry: string) => {
  const period = PERIOD.exec(entry)
  const { unit, post, clear } = unitAndPost(entry.slice(period?.[0].length ?? 0))
  const row = { start: month(period?.[1]), end: month(period?.[2] ?? period?.[3]), unit, post }
  if (!period) return { row, confidence: 0.2, note: `“${entry}”没有起止时间。` }
  if (row.end === '') return { row, confidence: 0.5, note: `“${entry}”没有终止时间。` }
  if (post === '') return { row, confidence: 0.5, note: `“${unit}”分不出单位和职务。` }
  return clear ? { row, confidence: 1 } : { row, confidence: 0.8, note: '单位和职务连写，已按常见写法分开，请核对。' }
}

/** 个人简历: one entry a line, or an inner table with a row an entry. */
export const resumeFrom = (source: Source): Reading => {
  const lines = linesFrom(source).filter(line => !/^(起止|时间|何时)/u.test(line.replace(/\s/gu, '')))
  if (lines.length === 0) return { answer: [], confidence: 1 }
  const entries = entriesOf(lines).map(readEntry)
  if (entries.every(({ confidence }) => confidence <= 0.2))
    return doubtful([{ start: '', end: '', unit: lines.join(''), post: '' }], 0.1, '没有分出时间段，请逐段填写。')
  return weakest(
    entries.map(({ row }) => row),
    entries,
  )
}
