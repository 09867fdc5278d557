import { CheckSquareOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'

export const screens: DeskScreen[] = [
  {
    path: 'ballot',
    element: lazy(() => import('./elections-page.tsx')),
    nav: {
      group: '评',
      label: '网上评议',
      icon: <CheckSquareOutlined />,
      order: 10,
      permission: ['organiser', 'checker', 'issuer', 'leader'],
    },
  },
  { path: 'ballot/elections/:id', element: lazy(() => import('./election/election-page.tsx')) },
  { path: 'ballot/elections/:id/board', element: lazy(() => import('./board/board-page.tsx')) },
]
