import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'

/** From one instant to another, ISO with offset. */
export type TimeWindow = { opensAt: string; closesAt: string }

type Props = { value: TimeWindow | undefined; onChange: (value: TimeWindow | undefined) => void; disabled?: boolean }

/** A beginning and an end to the minute, in Beijing time whatever the machine's zone. */
export const WindowPicker = ({ value, onChange, disabled = false }: Props) => (
  <DatePicker.RangePicker
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    disabled={disabled}
    value={value ? [civil(value.opensAt), civil(value.closesAt)] : null}
    onChange={given =>
      onChange(given?.[0] && given[1] ? { opensAt: instant(given[0]), closesAt: instant(given[1]) } : undefined)
    }
    placeholder={['开始时间', '截止时间']}
  />
)

const civil = (at: string): Dayjs =>
  dayjs(Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString())
const instant = (at: Dayjs) => `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00`
