import { type Calendar, chineseDate, latestPublishDate } from '#kernel/calendar/shared/index.ts'
import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import { deadlineWords, publicityDeadline, stageStart } from './timing.ts'

/** Publicity periods that cannot be over before their deadline even if the notice goes out on the first possible day. */
export function publicityFlaws(plan: Plan, calendar: Calendar): Flaw[] {
  return plan.stages.flatMap((stage, index): Flaw[] => {
    if (stage.kind !== 'publicise') return []
    const opens = stageStart(plan, stage)
    const limit = publicityDeadline(plan, stage)
    if (!opens || !limit) return []
    const { countPublishDay } = plan.calendar
    const latest = latestPublishDate(calendar, { mustEndBy: limit.date, workdays: stage.minWorkdays, countPublishDay })
    if (latest.date >= opens) return []
    const message = `“${stage.title}”不少于${stage.minWorkdays}个工作日，${deadlineWords(stage, limit)}，最迟${chineseDate(latest.date)}发布，而本环节${chineseDate(opens)}才开始`
    return [
      {
        path: ['stages', index, 'minWorkdays'],
        code: 'publicity-too-late',
        message,
        advice: '推迟截止日期、提早开始，或减少公示天数。',
      },
    ]
  })
}
