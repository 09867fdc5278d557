import { type Calendar, chineseDate, chineseWeekday, dayOf, provisionalNote } from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import { endOf, mainStages } from '../stage-graph.ts'
import type { PublicityForecast } from './publicity-forecast.ts'
import type { Remark } from './remark.ts'
import type { StageForecast } from './stage-forecast.ts'

/** A stage with this many working days or fewer is worth a warning. */
const FEW_WORKDAYS = 3
/** So is a notice that can only go out on this many days or fewer. */
const FEW_CHOICES = 2

/** What the calendar does to the plan: rest days, tight spans, unannounced years, deadlines on one day. */
export function calendarRemarks(
  plan: Plan,
  calendar: Calendar,
  stages: StageForecast[],
  publicity: PublicityForecast[],
): Remark[] {
  return [
    ...restDays(plan, calendar),
    ...unannounced(plan, calendar, stages),
    ...tightStages(stages),
    ...publicity.flatMap(forecast => tightPublicity(plan, forecast)),
    ...sameDay(plan),
    ...paperDates(plan),
  ]
}

/** D-03: a fixed due date does not move when it falls on a rest day. */
function restDays(plan: Plan, calendar: Calendar): Remark[] {
  return plan.stages.flatMap((stage, index) =>
    (['dueBy', 'closes'] as const).flatMap((field): Remark[] => {
      const date = stage[field]
      if (!date) return []
      const day = dayOf(calendar, date)
      if (day.working) return []
      const why = day.kind === 'holiday' ? `${day.name}放假` : '休息日'
      const message = `“${stage.title}”截止日${chineseDate(date)}为${chineseWeekday(day.weekday)}（${why}），不顺延，请提前办理。`
      return [{ weight: 'warning', code: 'rest-day', path: ['stages', index, field], message }]
    }),
  )
}

function unannounced(plan: Plan, calendar: Calendar, stages: StageForecast[]): Remark[] {
  const dates = stages
    .flatMap(({ opens, ends }) => [opens?.date, ends?.date])
    .filter(date => date !== undefined)
    .sort()
  if (dates.length === 0) return []
  const note = provisionalNote(calendar, dates[0]!, dates.at(-1)!)
  return note ? [{ weight: 'warning', code: 'provisional', path: ['year'], message: `${plan.year}年度：${note}` }] : []
}

function tightStages(stages: StageForecast[]): Remark[] {
  return stages.flatMap(({ title, level, opens, ends, workdays }, index): Remark[] => {
    if (level !== 'organiser' || workdays === undefined || workdays > FEW_WORKDAYS) return []
    const span = `${chineseDate(opens!.date)}至${chineseDate(ends!.date)}`
    const message = `“${title}”${span}只有${workdays}个工作日，时间偏紧。`
    return [{ weight: 'warning', code: 'tight-stage', path: ['stages', index], message }]
  })
}

function tightPublicity(
  plan: Plan,
  { stage, title, minWorkdays, latest, before, choice, earliest }: PublicityForecast,
): Remark[] {
  if (!latest || choice === undefined || choice > FEW_CHOICES) return []
  const path = ['stages', plan.stages.findIndex(({ key }) => key === stage)]
  const need = `“${title}”不少于${minWorkdays}个工作日，${before!.words}`
  if (choice === 0) {
    const message = `${need}，最迟${chineseDate(latest.workday)}发布，而最早${chineseDate(earliest!.publishedOn)}才能发布。`
    return [{ weight: 'impossible', code: 'publicity-in-stage', path, message }]
  }
  const message = `${need}，最早${chineseDate(earliest!.publishedOn)}、最迟${chineseDate(latest.workday)}发布，只有${choice}个工作日可选。`
  return [{ weight: 'warning', code: 'tight-publicity', path, message }]
}

function sameDay(plan: Plan): Remark[] {
  const main = mainStages(plan)
  return main.flatMap((stage, index): Remark[] => {
    const before = main[index - 1]
    const end = endOf(stage)
    if (!before || !end || endOf(before) !== end) return []
    const message = `“${before.title}”和“${stage.title}”同为${chineseDate(end)}截止，请预留先后办理的时间。`
    return [{ weight: 'note', code: 'same-day', path: ['stages', plan.stages.indexOf(stage)], message }]
  })
}

function paperDates(plan: Plan): Remark[] {
  return plan.stages.flatMap((stage, index): Remark[] => {
    if (stage.kind !== 'recommend' || !stage.paper || stage.paper.dueBy || !stage.dueBy) return []
    const message = `纸质材料没有写截止日期，按与电子版同日（${chineseDate(stage.dueBy)}）掌握，逾期只提示。`
    return [{ weight: 'note', code: 'paper-date', path: ['stages', index, 'paper'], message }]
  })
}
