import { chineseSpan } from '#kernel/calendar/shared/index.ts'
import type { Rehearsal } from '../../../shared/index.ts'

/** A bar of the chart; lengths are percent of the whole. */
export type Bar = {
  key: string
  title: string
  within: boolean
  kind: string
  left: number
  width: number
  words: string
  restDay: boolean
  provisional: boolean
}

export type Gantt = {
  bars: Bar[]
  months: { label: string; left: number }[]
  undated: { title: string; when: string }[]
}

/** The stages of a rehearsal on one line of time, from the first day to the last. */
export const ganttOf = ({ stages }: Pick<Rehearsal, 'stages'>): Gantt => {
  const dated = stages.flatMap(stage => {
    const to = stage.ends?.date ?? stage.opens?.date
    if (!to) return []
    const from = stage.opens && stage.opens.date <= to ? stage.opens.date : to
    return [{ ...stage, from, to }]
  })
  const undated = stages
    .filter(({ key }) => !dated.some(one => one.key === key))
    .map(({ title, when }) => ({ title, when: when ?? '时间未定' }))
  if (dated.length === 0) return { bars: [], months: [], undated }
  const first = dated.map(({ from }) => from).sort()[0]!
  const last = dated
    .map(({ to }) => to)
    .sort()
    .at(-1)!
  const total = daysFrom(first, last) + 1
  const share = (days: number) => Math.round((days / total) * 10_000) / 100
  const bars = dated.map(({ key, title, within, kind, from, to, ends }) => ({
    key,
    title,
    kind,
    within: within !== undefined,
    left: share(daysFrom(first, from)),
    width: share(daysFrom(from, to) + 1),
    words: chineseSpan(from, to),
    restDay: ends?.restDay ?? false,
    provisional: ends?.provisional ?? false,
  }))
  return {
    bars,
    months: monthsBetween(first, last).map(({ label, day }) => ({ label, left: share(daysFrom(first, day)) })),
    undated,
  }
}

const daysFrom = (from: string, to: string) => Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days

/** The first of each month inside the span, thinned out so that at most eight stand in the head. */
const monthsBetween = (first: string, last: string) => {
  const months: { label: string; day: string }[] = []
  let month = Temporal.PlainDate.from(first).with({ day: 1 }).add({ months: 1 })
  while (month.toString() <= last) {
    months.push({ label: month.month === 1 ? `${month.year}年1月` : `${month.month}月`, day: month.toString() })
    month = month.add({ months: 1 })
  }
  const step = Math.ceil(months.length / 8)
  return months.filter((_, index) => index % step === 0)
}
