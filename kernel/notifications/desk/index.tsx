import { MailOutlined, SendOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen, DeskTool } from '#platform/ui/desk/screen.ts'

export const screens: DeskScreen[] = [
  {
    path: 'messages',
    element: lazy(() => import('./messages-page.tsx')),
    nav: { group: '共用', label: '消息', icon: <MailOutlined />, order: 90 },
  },
  {
    path: 'outbox',
    element: lazy(() => import('./outbox-page.tsx')),
    nav: { group: '管理', label: '发件箱', icon: <SendOutlined />, order: 60, permission: 'administrator of all' },
  },
]

export const tools: DeskTool[] = [{ element: lazy(() => import('./bell.tsx')), order: 10 }]
