import { useSession } from '#kernel/access/desk/index.tsx'
import { useCalendar } from '#kernel/calendar/desk/index.tsx'
import { workdaysBetween } from '#kernel/calendar/shared/index.ts'
import { Deadline } from '#platform/ui/desk/index.ts'

/** A due date with the working days left, as the calendar in force counts them. */
export const WorkdayDeadline = ({ due, settled }: { due: string; settled?: boolean }) => {
  const { today } = useSession()
  const { data: calendar } = useCalendar()
  if (!calendar || settled) return <Deadline due={due} settled={Boolean(settled)} />
  const { workdays, provisional } = workdaysBetween(calendar, today, due)
  return <Deadline due={due} workdaysLeft={workdaysLeft(today, due, workdays)} provisional={provisional} />
}

/** Working days left; a due date on a day off before which no working day is left is not yet today. */
const workdaysLeft = (today: string, due: string, workdays: number) => {
  if (due < today) return Math.min(workdays, -1)
  return due > today && workdays === 0 ? 1 : workdays
}
