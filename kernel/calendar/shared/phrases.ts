import type { IsoDate } from './calendar.ts'
import type { CalendarDay } from './days.ts'
import type { DayInPeriod, PublicityPeriod } from './publicity-period.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** 2022-01-06 → 2022年1月6日 (GB/T 9704: Arabic figures, no padding). */
export function chineseDate(date: IsoDate): string {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return `${year}年${month}月${day}日`
}

/** 2022-01-06 → 1月6日 */
export function chineseMonthDay(date: IsoDate): string {
  return chineseDate(date).replace(/^\d+年/, '')
}

/** 1 → 周一 … 7 → 周日 */
export function chineseWeekday(weekday: number): string {
  return `周${weekdays[weekday - 1]}`
}

/** Why a counted day counts. */
export function countedAs(day: CalendarDay, number: number): string {
  return day.kind === 'makeup' ? `调休上班，计第${number}天` : `计第${number}天`
}

/** Why a day does not count. */
export function whyNotCounted(day: CalendarDay, byRule: boolean): string {
  if (byRule) return '发布当日不计入'
  return day.kind === 'holiday' ? `${day.name}放假` : '周末'
}

/** Closed span in words; the year of the second date only where it differs. */
export function chineseSpan(from: IsoDate, to: IsoDate): string {
  if (from === to) return chineseDate(from)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${chineseDate(from)}至${sameYear ? chineseMonthDay(to) : chineseDate(to)}`
}

/** The sentence a notice prints: 公示期为2021年12月31日至2022年1月6日，共3个工作日。 */
export function describePeriod(period: Pick<PublicityPeriod, 'publishedOn' | 'lastDay' | 'workdays'>): string {
  return `公示期为${chineseSpan(period.publishedOn, period.lastDay)}，共${period.workdays}个工作日。`
}

type Explained = Omit<PublicityPeriod, 'mayProceedOn' | 'provisional' | 'note'>

/** How a period was counted, in one paragraph. */
export function explainPeriod({ publishedOn, lastDay, countPublishDay, days }: Explained): string {
  const during = days.filter(day => day.part !== 'after')
  const rule = countPublishDay ? '发布当日为工作日的计入' : `发布当日不计入（${periodLaw(publishedOn)}）`
  const off = namesOf(during, 'holiday').map(name => `${name}放假不计入`)
  const worked = during.filter(day => day.kind === 'makeup' && day.counted)
  const makeup = worked.length ? [`${worked.map(day => chineseMonthDay(day.date)).join('、')}调休上班，计入`] : []
  return `${[rule, ...off, ...makeup, `期满时间为${chineseMonthDay(lastDay)}24时`].join('；')}。`
}

function namesOf(days: readonly DayInPeriod[], kind: CalendarDay['kind']): string[] {
  return [...new Set(days.filter(day => day.kind === kind).map(day => day.name!))]
}

/** The article in force on `date` that leaves the first day out of a period counted in days. */
export function periodLaw(date: IsoDate): string {
  if (date >= '2021-01-01') return '民法典第二百零一条'
  return date >= '2017-10-01' ? '民法总则第二百零一条' : '民法通则第一百五十四条'
}

/** “7月1日 14:05” of an instant, civil time. */
export function momentWords(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.month}月${at.day}日 ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
