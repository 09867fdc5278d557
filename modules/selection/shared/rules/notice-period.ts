import { z } from 'zod'
import { chineseDate, dayOf, publicityPeriod } from '#kernel/calendar/shared/index.ts'
import type { ClockFacts, NoticeFacts } from './facts.ts'

/** How long a notice must hang: working days, and whether the day it is put up counts (D-05: it does not). */
export const period = z.strictObject({ workdays: z.int().positive(), countPublishDay: z.boolean().default(false) })
export type Period = z.infer<typeof period>

/** The first day on which the next step may follow a notice; `undefined` where it came down too early. */
export function mayProceedOn(notice: NoticeFacts, { calendar }: ClockFacts, params: Period): string | undefined {
  const counted = publicityPeriod(calendar, { publishedOn: notice.publishedOn, ...params })
  return notice.endedOn && notice.endedOn < counted.lastDay ? undefined : counted.mayProceedOn
}

/**
 * What is missing of a publicity period: the working days completed so far by the notice that is furthest on, and the
 * earliest day to go on. A notice that came down early must begin anew, today at the earliest.
 */
export function shortfall(notices: NoticeFacts[], clock: ClockFacts, params: Period) {
  const ends = notices.map(notice => mayProceedOn(notice, clock, params)).filter(day => day !== undefined)
  const anew = publicityPeriod(clock.calendar, { publishedOn: clock.today, ...params }).mayProceedOn
  const earliest = ends.sort()[0] ?? anew
  if (ends.length > 0 && earliest <= clock.today) return []
  const n = Math.max(0, ...notices.map(notice => completed(notice, clock, params)))
  return [{ path: 'notices', values: { n, 要求: params.workdays, 日期: inWords(earliest, clock) } }]
}

/** A day in words; one that leans on holidays not yet announced says that it is an estimate. */
function inWords(day: string, { calendar }: ClockFacts): string {
  return dayOf(calendar, day).provisional ? `${chineseDate(day)}（预估）` : chineseDate(day)
}

function completed(
  { publishedOn, endedOn = '9999-12-31' }: NoticeFacts,
  { calendar, today }: ClockFacts,
  params: Period,
) {
  return publicityPeriod(calendar, { publishedOn, ...params }).days.filter(
    ({ counted, date }) => counted !== null && date < today && date <= endedOn,
  ).length
}
