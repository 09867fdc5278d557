import { CalendarOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'

export { DayStrip } from './day-strip.tsx'
export { useCalendar } from './use-calendar.ts'
export { type TimeWindow, WindowPicker } from './window-picker.tsx'

export const screens: DeskScreen[] = [
  {
    path: 'calendar',
    element: lazy(() => import('./calendar-page.tsx')),
    nav: { group: '共用', label: '工作日历', icon: <CalendarOutlined />, order: 80 },
  },
]
