import { chineseDate, chineseSpan } from '#kernel/calendar/shared/index.ts'
import type { Rehearsal, StageForecast } from '../../../shared/index.ts'

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
  const dated = stages.flatMap(stage => spanOf(stage, stages) ?? [])
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
  const bars = dated.map(({ key, title, within, kind, from, to, words, ends }) => ({
    key,
    title,
    kind,
    within: within !== undefined,
    left: share(daysFrom(first, from)),
    width: share(daysFrom(from, to) + 1),
    words,
    restDay: ends?.restDay ?? false,
    provisional: ends?.provisional ?? false,
  }))
  const months = monthsBetween(first, last).map(({ label, day }) => ({ label, left: share(daysFrom(first, day)) }))
  return { bars, months: months.filter(({ left }) => left < LABEL_FITS), undated }
}

/** A month's name further to the right would leave the chart. */
const LABEL_FITS = 93

/** From when to when a stage runs: a step without a day of its own until the stage around it ends. */
const spanOf = (stage: StageForecast, stages: readonly StageForecast[]) => {
  const home = stages.find(({ key }) => key === stage.within)
  const opens = stage.opens?.date
  const end = stage.ends?.date
  if (end) {
    const from = opens && opens <= end ? opens : end
    return { ...stage, from, to: end, words: opens ? chineseSpan(from, end) : `${chineseDate(end)}截止` }
  }
  if (!opens) return undefined
  const last = home?.ends?.date
  if (home && last && last >= opens) return { ...stage, from: opens, to: last, words: `“${home.title}”截止前办完` }
  return { ...stage, from: opens, to: opens, words: `${chineseDate(opens)}起` }
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
