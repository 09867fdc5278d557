import { type Calendar, type CalendarDay, chineseDate, datesIn, dayOf, type IsoDate } from '../shared/index.ts'

const heads = ['一', '二', '三', '四', '五', '六', '日']

/** Twelve months with days off (休), make-up workdays (班) and estimated days marked. */
export const YearView = ({ calendar, year, today }: { calendar: Calendar; year: number; today: IsoDate }) => (
  <div className="year num">
    {Array.from({ length: 12 }, (_, i) => (
      <Month key={heads.length + i} calendar={calendar} year={year} month={i + 1} today={today} />
    ))}
  </div>
)

type MonthProps = { calendar: Calendar; year: number; month: number; today: IsoDate }

const Month = ({ calendar, year, month, today }: MonthProps) => (
  <table>
    <caption>{month}月</caption>
    <thead>
      <tr>
        {heads.map(head => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(calendar, year, month).map(week => (
        <tr key={week[0]?.date ?? week[6]!.date}>
          {heads.map((head, i) => (
            <Day key={head} day={week[i]} today={today} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Day = ({ day, today }: { day: CalendarDay | undefined; today: IsoDate }) => {
  if (!day) return <td />
  const classes = [day.kind, day.provisional && 'provisional', day.date === today && 'today'].filter(Boolean)
  return (
    <td className={classes.join(' ')} title={titleOf(day)}>
      {Number(day.date.slice(8))}
      {day.name && <small>{day.working ? '班' : '休'}</small>}
    </td>
  )
}

function titleOf({ date, name, working, provisional }: CalendarDay): string {
  const what = name ? `${name}${working ? '调休上班' : '放假'}` : working ? '工作日' : '周末'
  return `${chineseDate(date)} ${what}${provisional ? '（预估）' : ''}`
}

/** The month's days in weeks from Monday, with holes before the first and after the last. */
function weeksOf(calendar: Calendar, year: number, month: number): (CalendarDay | undefined)[][] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  const days = datesIn(`${first}/${last}`).map(date => dayOf(calendar, date))
  const cells = [...Array<undefined>(first.dayOfWeek - 1).fill(undefined), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
