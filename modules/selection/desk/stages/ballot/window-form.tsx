import { Button, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'
import type { Ballot, Params } from './ballot-types.ts'

/** When the vote opens and closes, to the minute, in Beijing time whatever the machine's zone. */
export const WindowForm = ({ ballot, params, editable }: { ballot: Ballot; params: Params; editable: boolean }) => {
  const [range, setRange] = useState<[Dayjs, Dayjs] | undefined>(
    ballot.window ? [civil(ballot.window.opensAt), civil(ballot.window.closesAt)] : undefined,
  )
  const save = useAction(ballotApi.setWindow, { success: '已登记起止时间' })
  if (!editable)
    return (
      <p className="num">
        {ballot.window
          ? `${momentWords(ballot.window.opensAt)}至${momentWords(ballot.window.closesAt)}`
          : '起止时间未登记'}
      </p>
    )
  return (
    <div className="inspect-row">
      <DatePicker.RangePicker
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={range ?? null}
        onChange={given => setRange(given?.[0] && given[1] ? [given[0], given[1]] : undefined)}
        placeholder={['开始时间', '截止时间']}
      />
      <Button
        disabled={!range}
        loading={save.running}
        onClick={() => range && save.run({ params, body: { opensAt: instant(range[0]), closesAt: instant(range[1]) } })}
      >
        登记起止时间
      </Button>
    </div>
  )
}

const civil = (at: string): Dayjs =>
  dayjs(Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString())
const instant = (at: Dayjs) => `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00`
