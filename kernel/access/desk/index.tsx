import { ApartmentOutlined, SwapOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'

export { HandoverDialog, type HandoverPost } from './handover-form.tsx'
export { sessionKey, usePermission, useSession } from './session.ts'

const Units = lazy(() => import('./administration/units-page.tsx').then(room => ({ default: room.UnitsPage })))
const Handover = lazy(() => import('./handover-page.tsx').then(room => ({ default: room.HandoverPage })))

export const screens: DeskScreen[] = [
  {
    path: 'units',
    element: Units,
    nav: { group: '管理', label: '单位与人员', icon: <ApartmentOutlined />, order: 10, permission: 'administrator' },
  },
  { path: 'units/:id', element: Units },
  { path: 'handover', element: Handover, nav: { group: '共用', label: '工作移交', icon: <SwapOutlined />, order: 90 } },
]
