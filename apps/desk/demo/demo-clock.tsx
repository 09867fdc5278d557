import { ClockCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import dayjs from 'dayjs'
import { lazy, Suspense, useState } from 'react'
import { getDemoClock } from '#kernel/access/shared/api.ts'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'

const ClockPanel = lazy(() => import('./clock-panel.tsx'))

/** The demonstration's clock: shows its business date and lets a visitor move it forward. */
export const DemoClock = () => {
  const [open, setOpen] = useState(false)
  const clock = useEndpoint(getDemoClock, undefined, { freshMs: 60_000 })
  if (!clock.data) return null
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title="演示时钟"
      content={
        <Suspense fallback="正在打开…">
          <ClockPanel today={clock.data.today} next={clock.data.next} />
        </Suspense>
      }
    >
      <Button className="demo-clock num" icon={<ClockCircleOutlined />} title="点击调整">
        <span className="unseen">演示日期</span>
        <LongDate iso={clock.data.today} />
      </Button>
    </Popover>
  )
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** “2026年6月1日 周一”; at phone width without year and weekday. */
const LongDate = ({ iso }: { iso: string }) => {
  const day = dayjs(iso)
  return (
    <span>
      <span className="wide-only">{day.format('YYYY年')}</span>
      {day.format('M月D日')}
      <span className="wide-only"> 周{weekdays[day.day()]}</span>
    </span>
  )
}
