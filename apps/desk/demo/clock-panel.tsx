import { Button, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { moveDemoClock } from '#kernel/access/shared/api.ts'
import { ConfirmAction } from '#platform/ui/desk/confirm-action.tsx'
import { useAction } from '#platform/ui/desk/use-action.ts'

/** Moves the clock by a day, a week, a month, or to a date; only forward. */
const ClockPanel = ({ today, moved }: { today: string; moved: boolean }) => {
  const [chosen, setChosen] = useState<Dayjs | null>(null)
  const clock = useAction(moveDemoClock, { success: '已拨快，到期的事项已处理' })
  return (
    <div className="clock-panel">
      <p>只能往后拨。拨过的日子里到期的事（公示期满、逾期提醒等）会立即发生。</p>
      <div className="clock-steps">
        {steps.map(({ days, label }) => (
          <Button key={days} loading={clock.running} onClick={() => clock.run({ body: { days } })}>
            {label}
          </Button>
        ))}
      </div>
      <div className="clock-steps">
        <DatePicker
          value={chosen}
          onChange={setChosen}
          minDate={dayjs(today).add(1, 'day')}
          placeholder="选一个日期"
          aria-label="拨到哪一天"
        />
        <Button
          disabled={!chosen}
          loading={clock.running}
          onClick={() => chosen && clock.run({ body: { to: chosen.format('YYYY-MM-DD') } })}
        >
          拨到这天
        </Button>
      </div>
      {moved && (
        <ConfirmAction
          label="恢复到演示首日"
          title="恢复到演示首日？"
          onConfirm={() => clock.run({ body: { reset: true } })}
          button={{ type: 'text', size: 'small' }}
        >
          时钟回到第一天。演示中已办的事不会撤销。
        </ConfirmAction>
      )}
    </div>
  )
}

const steps = [
  { days: 1, label: '过1天' },
  { days: 7, label: '过7天' },
  { days: 30, label: '过30天' },
]

export default ClockPanel
