import type { IsoDate } from './shared/index.ts'

/** A date or closed span as a notice writes it, with what is wrong about it. */
export interface WrittenSpan {
  from: IsoDate
  to: IsoDate
  /** Contradictions, in words for the administrator: an impossible date, a weekday that does not fit. */
  problems: string[]
}

const day = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?`
const span = new RegExp(`${day}(?:至${day})?`, 'g')
const weekdays = '一二三四五六日'

/** What is assumed where a date leaves out its year or month. */
export interface DateContext {
  year: number
  /** True in the New Year item, where December belongs to the year before. */
  newYear: boolean
}

/** All dates and spans of a clause in order; a missing month or year is that of the date before it. */
export function spansIn(clause: string, context: DateContext): WrittenSpan[] {
  let last: { year?: number; month?: number } = {}
  return [...clause.matchAll(span)].map(match => {
    const problems: string[] = []
    const read = (parts: (string | undefined)[]): IsoDate => {
      const [year, month, date, remark] = parts
      const at = { month: Number(month ?? last.month), year: 0 }
      at.year = Number(year ?? yearOf(at.month, last.year, context))
      last = at
      const iso = isoDate(at.year, at.month, Number(date))
      problems.push(...problemsOf(iso, parts, remark))
      return iso
    }
    const from = read(match.slice(1, 5))
    const to = match[7] === undefined ? from : read(match.slice(5, 9))
    if (problems.length === 0 && !isSensibleSpan(from, to)) problems.push(`“${match[0]}”的起止日期不合理，请核对。`)
    return { from, to, problems }
  })
}

function yearOf(month: number, written: number | undefined, { year, newYear }: DateContext): number {
  if (newYear) return month === 12 ? year - 1 : year
  return written ?? year
}

/** ISO form, also of an impossible date, so that the message can name it. */
function isoDate(year: number, month: number, date: number): string {
  return [String(year).padStart(4, '0'), ...[month, date].map(part => String(part).padStart(2, '0'))].join('-')
}

function problemsOf(iso: string, [year, month, date]: (string | undefined)[], remark = ''): string[] {
  const written = `${year ? `${year}年` : ''}${month ? `${month}月` : ''}${date}日`
  if (!isRealDate(iso)) return [`“${written}”不是有效日期，请核对。`]
  const said = /(?:星期|周|礼拜)([一二三四五六日天])/.exec(remark)?.[1]?.replace('天', '日')
  const is = weekdays[Temporal.PlainDate.from(iso).dayOfWeek - 1]!
  return !said || said === is ? [] : [`“${written}（星期${said}）”与日历不符，${iso}是星期${is}，请核对年份和日期。`]
}

/** True for a date of the civil calendar in ISO form. */
export function isRealDate(iso: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) && Temporal.PlainDate.from(iso).toString() === iso
  } catch {
    return false
  }
}

/** True if a span runs forwards and is no longer than a month: longer ones are slips of the pen. */
export function isSensibleSpan(from: IsoDate, to: IsoDate): boolean {
  const { days } = Temporal.PlainDate.from(from).until(to)
  return days >= 0 && days < 31
}
