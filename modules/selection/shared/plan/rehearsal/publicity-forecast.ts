import {
  addWorkdays,
  type Calendar,
  isWorkday,
  type LatestPublishDate,
  latestPublishDate,
  type PublicityPeriod,
  publicityPeriod,
} from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import type { StageOf } from '../stages.ts'
import { deadlineWords, publicityDeadline } from '../timing.ts'
import { opensOn, workdaysIn } from './stage-forecast.ts'

/** One publicity stage: when the notice can go out at the earliest and must at the latest, day by day. */
export type PublicityForecast = {
  stage: string
  title: string
  minWorkdays: number
  /** If published on the first working day of the stage. */
  earliest?: PublicityPeriod
  /** D-07: the last civil day, and the last working day, on which publishing is still in time. */
  latest?: LatestPublishDate
  /** What the period must be over for. */
  before?: { stage: string; title: string; date: string; words: string }
  /** If published on that last working day. */
  last?: PublicityPeriod
  /** If published on a day that the reader asked about. */
  asked?: PublicityPeriod
  /** Working days on which the notice can go out, the first and the last counted. */
  choice?: number
}

/** Every publicity stage of the plan. `publishOn` gives days to try, by stage key. */
export function forecastPublicity(
  plan: Plan,
  calendar: Calendar,
  publishOn: Readonly<Record<string, string>> = {},
): PublicityForecast[] {
  return plan.stages
    .filter(stage => stage.kind === 'publicise')
    .map(stage => one(plan, calendar, stage, publishOn[stage.key]))
}

function one(plan: Plan, calendar: Calendar, stage: StageOf<'publicise'>, askedDay?: string): PublicityForecast {
  const { countPublishDay } = plan.calendar
  const period = (publishedOn: string) =>
    publicityPeriod(calendar, { publishedOn, workdays: stage.minWorkdays, countPublishDay })
  const first = firstWorkday(calendar, opensOn(plan, stage)?.date)
  const limit = publicityDeadline(plan, stage)
  const latest =
    limit && latestPublishDate(calendar, { mustEndBy: limit.date, workdays: stage.minWorkdays, countPublishDay })
  const before = limit && {
    stage: limit.stage.key,
    title: limit.stage.title,
    date: limit.date,
    words: deadlineWords(stage, limit),
  }
  return {
    stage: stage.key,
    title: stage.title,
    minWorkdays: stage.minWorkdays,
    ...(first && { earliest: period(first) }),
    ...(latest && { latest, before, last: period(latest.workday) }),
    ...(askedDay && { asked: period(askedDay) }),
    ...(first && latest && { choice: first <= latest.workday ? workdaysIn(calendar, first, latest.workday) : 0 }),
  }
}

function firstWorkday(calendar: Calendar, date: string | undefined): string | undefined {
  if (!date || isWorkday(calendar, date)) return date
  return addWorkdays(calendar, date, 1).date
}
