import { AuditOutlined, FileDoneOutlined, NotificationOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'
import { toldOfPoints } from '../shared/states.ts'

export { NoticeEditor } from './notice-editor.tsx'
export { NoticeList } from './notice-list.tsx'
export { ObjectionCase } from './objection-case.tsx'
export { ObjectionInbox } from './objection-inbox.tsx'

export const screens: DeskScreen[] = [
  {
    path: 'notices',
    element: lazy(() => import('./pages/notices-page.tsx')),
    nav: {
      group: '共用',
      label: '公示与发布',
      icon: <NotificationOutlined />,
      order: 20,
      permission: ['organiser', 'checker', 'issuer', 'objection-officer', 'leader'],
    },
  },
  { path: 'notices/:id', element: lazy(() => import('./pages/notice-page.tsx')) },
  {
    path: 'objections',
    element: lazy(() => import('./pages/objections-page.tsx')),
    nav: { group: '共用', label: '异议受理', icon: <AuditOutlined />, order: 22, permission: 'objection-officer' },
  },
  { path: 'objections/:id', element: lazy(() => import('./pages/objection-page.tsx')) },
  {
    path: 'checks',
    element: lazy(() => import('./pages/checks-page.tsx')),
    nav: { group: '共用', label: '核查事项', icon: <FileDoneOutlined />, order: 24, permission: [...toldOfPoints] },
  },
]
