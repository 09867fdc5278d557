export type StripDay = {
  /** “周五”, “元旦”, “今天” */
  weekday: string
  /** Day of the month. */
  day: number
  /** “第 1 天”, “放假”, “发布，不计” */
  note: string
  kind: 'posted' | 'counts' | 'today' | 'off' | 'plain'
  /** ISO date. */
  date: string
}

/** The days of a period, one by one: which count, which do not, and why. */
export const DayStrip = ({ days, why }: { days: StripDay[]; why?: string }) => (
  <>
    <ol class="days num" aria-label="公示期逐日说明">
      {days.map(({ weekday, day, note, kind, date }) => (
        <li class={kind} aria-current={kind === 'today' ? 'date' : undefined}>
          <small>{weekday}</small>
          <b>
            <time datetime={date}>{day}</time>
          </b>
          {note}
        </li>
      ))}
    </ol>
    {why && <p class="why">{why}</p>}
  </>
)
