import { isRealDate, isSensibleSpan } from './notice-dates.ts'
import type { ReadHoliday, ReadNotice } from './read-notice.ts'
import { datesIn, type IsoDate } from './shared/index.ts'

const date = String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`
const line = new RegExp(
  `^${date}(?:\\s*(?:至|~|～|—|–)\\s*${date})?[\\s,，、|]+(放假|休|上班|班|调休上班)[\\s,，、|]+(\\S+)$`,
)

/**
 * Reads a simple table, one line each: `2027-01-01 至 2027-01-03  放假  元旦`, `2027-01-04  上班  元旦`; columns parted by
 * tabs, blanks or commas, as pasted from Excel. The first line may be a heading.
 */
export function readTable(text: string): ReadNotice {
  const holidays = new Map<string, ReadHoliday>()
  const problems: string[] = []
  text.split(/\r?\n/).forEach((row, i) => {
    if (row.trim() === '' || /^\s*日期/.test(row)) return
    const read = readRow(row.trim())
    if (typeof read === 'string') problems.push(`第${i + 1}行：${read}`)
    else add(holidays, read)
  })
  const list = [...holidays.values()]
  const year = yearOf(list)
  if (!year && problems.length === 0) problems.push('没有读出放假日期，无法确定年份。')
  return { ...(year && { year }), holidays: list, unread: [], problems }
}

interface Row {
  dates: IsoDate[]
  kind: 'off' | 'work'
  name: string
}

function readRow(row: string): Row | string {
  const match = line.exec(row)
  if (!match) return '格式应为“日期 放假或上班 节日名称”，例如“2027-01-04 上班 元旦”。'
  const from = iso(match.slice(1, 4))
  const to = match[4] === undefined ? from : iso(match.slice(4, 7))
  const wrong = [from, to].find(each => !isRealDate(each))
  if (wrong) return `“${wrong}”不是有效日期。`
  if (!isSensibleSpan(from, to)) return '起止日期不合理。'
  return { dates: datesIn(`${from}/${to}`), kind: match[7]!.endsWith('班') ? 'work' : 'off', name: match[8]! }
}

const iso = ([year, month, day]: string[]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`

function add(holidays: Map<string, ReadHoliday>, { dates, kind, name }: Row): void {
  const holiday = holidays.get(name) ?? { name, off: [], work: [] }
  holiday[kind] = [...new Set([...holiday[kind], ...dates])].sort()
  holidays.set(name, holiday)
}

/** The year most days off lie in: the New Year item may reach into December. */
function yearOf(holidays: readonly ReadHoliday[]): number | undefined {
  const days = holidays.flatMap(holiday => holiday.off)
  return days.length > 0 ? Math.max(...days.map(day => Number(day.slice(0, 4)))) : undefined
}
