import { type IsoDate, type PublicityPeriod, stripOf } from '../shared/index.ts'
import './calendar.css'

type DayStripProps = { period: Pick<PublicityPeriod, 'days' | 'note'>; today?: IsoDate }

/** A publicity period day by day: which day counts, which does not, and why. */
export const DayStrip = ({ period, today }: DayStripProps) => (
  <>
    <ol className="day-strip num" aria-label="公示期逐日说明">
      {stripOf(period, today).map(({ date, day, weekday, note, kind }, i) => (
        <li
          key={date}
          className={kind}
          title={period.days[i]!.why}
          {...(date === today && { 'aria-current': 'date' as const })}
        >
          <small>{weekday}</small>
          <b>
            <time dateTime={date}>{day}</time>
          </b>
          {note}
        </li>
      ))}
    </ol>
    <p className="day-strip-why">{period.note}</p>
  </>
)
