import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { moveDemoClock } from '#kernel/access/shared/api.ts'
import { ConfirmAction } from '#platform/ui/desk/confirm-action.tsx'
import { useAction } from '#platform/ui/desk/use-action.ts'

/** Moves the clock to what falls due next, by a day, a week, a month, or to a date; only forward. Or starts over. */
type ClockPanelProps = { today: string; next: { on: string; what: string } | null }

const ClockPanel = ({ today, next }: ClockPanelProps) => {
  const [chosen, setChosen] = useState<Dayjs | null>(null)
  const clock = useAction(moveDemoClock, { success: '已拨快，到期的事项已处理' })
  return (
    <div className="clock-panel">
      <p>只能往后拨。拨过的日子里到期的事（公示期满、逾期提醒等）会立即发生。</p>
      {next && (
        <div className="clock-steps">
          <Button type="primary" loading={clock.running} onClick={() => clock.run({ body: { toNext: true } })}>
            拨到{dayjs(next.on).format('M月D日')}
          </Button>
          <small>{next.what}</small>
        </div>
      )}
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
      <Reset />
    </div>
  )
}

/** Everybody is signed out and comes back to the login page, which says how far the reset is. */
const Reset = () => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const clock = useAction(moveDemoClock, {
    changes: [],
    onDone: () => {
      navigate('/login', { replace: true })
      queries.clear()
    },
  })
  return (
    <ConfirmAction
      label="重置演示"
      title="重置演示？"
      confirmLabel="重置"
      danger
      onConfirm={() => clock.run({ body: { reset: true } })}
      button={{ type: 'text', size: 'small' }}
    >
      时钟回到第一天，演示中办过的事全部清除，所有人退出登录。约需半分钟。
    </ConfirmAction>
  )
}

const steps = [
  { days: 1, label: '过1天' },
  { days: 7, label: '过7天' },
  { days: 30, label: '过30天' },
]

export default ClockPanel
