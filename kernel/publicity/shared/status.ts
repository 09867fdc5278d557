import type { PublicityPeriod } from '#kernel/calendar/shared/index.ts'
import type { NoticeState } from './states.ts'

type Dated = { state: NoticeState; workdays: number; period: PublicityPeriod | null }

export type NoticeStatus =
  | { phase: 'unpublished'; label: string }
  /** `day` counts working days; 0 on the day of publication and on rest days before the first. */
  | { phase: 'running'; label: string; day: number; of: number; lastDay: string }
  | { phase: 'ended'; label: string; lastDay: string }
  /** Issued without a period: announcements, results and stories. */
  | { phase: 'published'; label: string }
  | { phase: 'closed'; label: string }

/** Where a notice stands on a civil date: 未发布, 公示中 第 n 天, 期满. */
export const noticeStatus = ({ state, workdays, period }: Dated, today: string): NoticeStatus => {
  if (state === 'superseded') return { phase: 'closed', label: '已由新版本替代' }
  if (state === 'withdrawn') return { phase: 'closed', label: '已撤回' }
  if (state !== 'issued') return { phase: 'unpublished', label: '未发布' }
  if (workdays === 0 || !period) return { phase: 'published', label: '已发布' }
  const { lastDay } = period
  if (today > lastDay) return { phase: 'ended', label: '公示期满', lastDay }
  const day = period.days.filter(each => each.counted !== null && each.date <= today).length
  const label = day === 0 ? '公示中，尚未起算' : `公示中，第${day}个工作日，共${workdays}个`
  return { phase: 'running', label, day, of: workdays, lastDay }
}
