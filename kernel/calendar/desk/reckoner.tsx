import { Checkbox, DatePicker, InputNumber, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Sheet } from '#platform/ui/desk/index.ts'
import {
  type Calendar,
  chineseDate,
  type IsoDate,
  latestPublishDate,
  type PeriodRequest,
  provisionalNote,
  publicityPeriod,
} from '../shared/index.ts'
import { DayStrip } from './day-strip.tsx'

type Direction = 'from' | 'before'

/** 推算: when a publicity period ends, or when it has to begin, day by day. */
export const Reckoner = ({ calendar, today }: { calendar: Calendar; today: IsoDate }) => {
  const [direction, setDirection] = useState<Direction>('from')
  const [date, setDate] = useState(today)
  const [workdays, setWorkdays] = useState(5)
  const [countPublishDay, setCountPublishDay] = useState(false)
  return (
    <Sheet title="公示期推算">
      <div className="reckoner">
        <Segmented<Direction>
          aria-label="推算方向"
          value={direction}
          onChange={setDirection}
          options={[
            { value: 'from', label: '由发布日推算' },
            { value: 'before', label: '由报送截止日倒推' },
          ]}
        />
        <label htmlFor="reckon-date">
          {direction === 'from' ? '发布日' : '报送截止日'}
          <DatePicker
            id="reckon-date"
            value={dayjs(date)}
            allowClear={false}
            onChange={value => value && setDate(value.format('YYYY-MM-DD'))}
          />
        </label>
        <label htmlFor="reckon-workdays">
          公示
          <InputNumber
            id="reckon-workdays"
            value={workdays}
            min={1}
            max={60}
            precision={0}
            suffix="个工作日"
            style={{ width: 130 }}
            onChange={value => value && setWorkdays(value)}
          />
        </label>
        <Checkbox checked={countPublishDay} onChange={event => setCountPublishDay(event.target.checked)}>
          发布当日计入
        </Checkbox>
      </div>
      <Answer
        calendar={calendar}
        today={today}
        direction={direction}
        date={date}
        rule={{ workdays, countPublishDay }}
      />
    </Sheet>
  )
}

type AnswerProps = {
  calendar: Calendar
  today: IsoDate
  direction: Direction
  date: IsoDate
  rule: Omit<PeriodRequest, 'publishedOn'>
}

const Answer = ({ calendar, today, direction, date, rule }: AnswerProps) => {
  const latest = direction === 'before' ? latestPublishDate(calendar, { mustEndBy: date, ...rule }) : undefined
  const period = publicityPeriod(calendar, { publishedOn: latest?.workday ?? date, ...rule })
  const sentence = latest
    ? `最迟${chineseDate(latest.workday)}发布，方可在${chineseDate(date)}报送。`
    : `公示至${chineseDate(period.lastDay)}24时期满，${chineseDate(period.mayProceedOn)}起可进入下一环节。`
  const caution = latest && !period.provisional ? provisionalNote(calendar, period.publishedOn, date) : ''
  return (
    <div aria-live="polite">
      <p className="reckoner-answer">
        {sentence}
        {caution}
      </p>
      <DayStrip period={period} today={today} />
    </div>
  )
}
