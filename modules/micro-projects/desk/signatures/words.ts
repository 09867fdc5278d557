import { yuan } from '../../shared/index.ts'

/** 9月3日 14:05, by a Beijing clock. */
export const timeText = (instant: string): string => {
  const { month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')}`
}

export const dayText = (instant: string): string => timeText(instant).split(' ')[0]!

export const memberKind = ({ party, representative }: { party: boolean; representative: boolean }) =>
  [party && '党员', representative && '代表'].filter(Boolean).join('、')

/** What a member can still give to a project. */
export const allowanceText = ({ leftFen }: { leftFen: number | null }): string =>
  leftFen === null ? '没有额度' : leftFen === 0 ? '额度已用完' : `额度还剩${yuan(leftFen)}元`
