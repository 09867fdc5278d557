import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { DayStrip } from '#kernel/calendar/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { PublicityForecast } from '../../../shared/index.ts'

type PublicityDaysProps = {
  forecast: PublicityForecast
  asked: string | undefined
  /** Tries another day of publication. */
  onAsk: (day: string | undefined) => void
}

/** One publicity period day by day: as late as can be, or from a day that the reader picks. */
export const PublicityDays = ({ forecast, asked, onAsk }: PublicityDaysProps) => {
  const { title, minWorkdays, latest, before, last, earliest, choice } = forecast
  const shown = forecast.asked ?? last ?? earliest
  return (
    <section className="publicity-days">
      <h4>
        {title}
        <small>不少于{minWorkdays}个工作日</small>
      </h4>
      {latest && (
        <p>
          {before!.words}，最迟<b className="num">{chineseDate(latest.workday)}</b>发布
          {choice !== undefined && `，可选的发布日有${choice}个工作日`}
          {latest.provisional && '（预估）'}。
        </p>
      )}
      <div className="publicity-ask">
        若于
        <DatePicker
          size="small"
          aria-label={`${title}：试算发布日`}
          value={asked ? dayjs(asked) : shown ? dayjs(shown.publishedOn) : null}
          onChange={day => onAsk(day?.format('YYYY-MM-DD'))}
        />
        发布：
      </div>
      {shown && <DayStrip period={shown} />}
    </section>
  )
}
