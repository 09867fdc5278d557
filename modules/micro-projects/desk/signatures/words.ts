/** 9月3日 14:05, by a Beijing clock. */
export const timeText = (instant: string): string => {
  const { month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')}`
}

export const dayText = (instant: string): string => timeText(instant).split(' ')[0]!

export const memberKind = ({ party, representative }: { party: boolean; representative: boolean }) =>
  [party && '党员', representative && '代表'].filter(Boolean).join('、')
