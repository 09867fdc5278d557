import {
  addWorkdays,
  type Calendar,
  chineseDate,
  isWorkday,
  unannouncedYears,
  workdaysBetween,
} from '#kernel/calendar/shared/index.ts'
import { find } from './patterns.ts'
import type { Plan } from './plan.ts'

/** The plan as it would run in another year, and what a person must look at before using it. */
export type Redated = { plan: Plan; check: string[] }

export type RedateRequest = { id: string } & ({ year: number } | { startOn: string })

/** Every place in which the plan keeps a day that belongs to its run; the dates of its basis documents stay. */
const dated = [
  'notice.issuedOn',
  'stages.*.opens',
  'stages.*.dueBy',
  'stages.*.closes',
  'stages.*.paper.dueBy',
  'stages.*.selfRecommendation.dueBy',
]

/**
 * Copies a plan to another time. Every date keeps its distance in working days from the first date of the plan; the
 * first falls on `startOn`, or in `year` on the same day of the month, or the next working day after it. The order of dates is kept, and no
 * date falls on a rest day. Throws RangeError if `startOn` is no date.
 */
export function redate(plan: Plan, request: RedateRequest, calendar: Calendar): Redated {
  const copy = JSON.parse(JSON.stringify(plan)) as Plan
  const days = dated.flatMap(pattern => find(plan, pattern))
  const first = days.map(({ value }) => value as string).sort()[0]
  if (!first)
    return {
      plan: named(copy, plan, request.id, 'year' in request ? request.year : plan.year),
      check: checks(plan, copy, []),
    }
  const start = workdayFrom(
    calendar,
    'startOn' in request ? request.startOn : sameDayIn(request.year + yearShift(plan, first), first),
  )
  const moved = days.map(({ path, value }) => {
    const from = value as string
    const to = addWorkdays(calendar, start, workdaysBetween(calendar, first, from).workdays).date
    put(copy, path, to)
    return { from, to }
  })
  const last = moved
    .map(({ to }) => to)
    .sort()
    .at(-1)!
  const year = 'year' in request ? request.year : Number(start.slice(0, 4)) - yearShift(plan, first)
  const provisional = unannouncedYears(calendar, start, last)
  return { plan: named(copy, plan, request.id, year), check: checks(plan, copy, provisional) }
}

/** A plan of 2021 that first acts in 2022 keeps that distance. */
const yearShift = (plan: Plan, first: string) => Number(first.slice(0, 4)) - plan.year

function sameDayIn(year: number, date: string): string {
  return Temporal.PlainDate.from(date).with({ year }).toString()
}

function workdayFrom(calendar: Calendar, date: string): string {
  return isWorkday(calendar, date) ? Temporal.PlainDate.from(date).toString() : addWorkdays(calendar, date, 1).date
}

function put(root: unknown, path: readonly (string | number)[], value: string): void {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, segment) => (at as Record<string | number, unknown>)[segment], root)
  ;(holder as Record<string | number, unknown>)[path.at(-1)!] = value
}

/** New id and year, no issuing number: a new notice gets its own. Forms' keys follow the plan's id. */
function named(copy: Plan, original: Plan, id: string, year: number): Plan {
  const { number: _, ...notice } = copy.notice
  const rename = (key: string) =>
    key.startsWith(`${original.id}/`) ? `${id}/${key.slice(original.id.length + 1)}` : key
  const forms = Object.entries(copy.forms).map(([name, form]) => [name, { ...form, key: rename(form.key) }])
  return { ...copy, id, year, notice, approval: null, forms: Object.fromEntries(forms) }
}

function checks(plan: Plan, copy: Plan, provisional: number[]): string[] {
  const starts = copy.stages
    .flatMap(({ opens, dueBy, closes }) => [opens, dueBy, closes])
    .filter(Boolean)
    .sort() as string[]
  const texts = JSON.stringify({ ...plan, units: [] })
  const within = JSON.stringify([plan.forms, plan.rules])
  return [
    ...(starts.length
      ? [`日期按工作日间隔推算：${chineseDate(starts[0]!)}至${chineseDate(starts.at(-1)!)}，请逐项核对。`]
      : []),
    ...provisional.map(year => `${year}年放假安排尚未发布，日期为预估，发布后请重新推算。`),
    ...(within.includes(`"${plan.year}-`) ? [`表格或规则中的起止日期仍为${plan.year}年，请修改。`] : []),
    '发文字号和批准依据已清空，请按新的文件填写。',
    ...(texts.includes(`${plan.year}年`) ? [`条件、表格或规则中仍有“${plan.year}年”等字样，请逐处修改。`] : []),
    ...(plan.units.some(({ population }) => population) ? ['推荐单位的人口数仍为原年份，请核对是否有新的统计。'] : []),
    ...(plan.exclusions.length ? ['排除名单仍指向原来的活动，请改为最近一届。'] : []),
    '推荐单位名称、机构设置和部门名称可能已有变化，请核对。',
  ]
}
