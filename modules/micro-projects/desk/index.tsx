import {
  AccountBookOutlined,
  BuildOutlined,
  CalendarOutlined,
  FundOutlined,
  IdcardOutlined,
  PhoneOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'

const village = ['representative', 'village-staff', 'secretary', 'village-committee']
const district = ['party-office', 'leader', 'organisation-member', 'finance']

export const screens: DeskScreen[] = [
  {
    path: 'micro',
    element: lazy(() => import('./projects-page.tsx')),
    nav: { group: '办', label: '微实事', icon: <BuildOutlined />, order: 10, permission: [...village, ...district] },
  },
  { path: 'micro/new', element: lazy(() => import('./draft/new-page.tsx')) },
  { path: 'micro/projects/:id', element: lazy(() => import('./project/project-page.tsx')) },
  {
    path: 'micro/board',
    element: lazy(() => import('./board/board-page.tsx')),
    nav: { group: '办', label: '微实事大屏', icon: <FundOutlined />, order: 50, permission: district },
  },
  {
    path: 'micro/programme',
    element: lazy(() => import('./programme/programme-page.tsx')),
    nav: { group: '办', label: '年度活动', icon: <CalendarOutlined />, order: 15, permission: ['party-office'] },
  },
  {
    path: 'micro/members',
    element: lazy(() => import('./programme/members-page.tsx')),
    nav: { group: '办', label: '党员和代表', icon: <IdcardOutlined />, order: 15, permission: ['village-staff'] },
  },
  {
    path: 'micro/meetings',
    element: lazy(() => import('./meetings-page.tsx')),
    nav: { group: '办', label: '会议研究', icon: <TeamOutlined />, order: 20, permission: ['organisation-member'] },
  },
  {
    path: 'micro/call-backs',
    element: lazy(() => import('./signatures/call-backs-page.tsx')),
    nav: { group: '办', label: '签名回访', icon: <PhoneOutlined />, order: 30, permission: ['party-office'] },
  },
  {
    path: 'micro/money',
    element: lazy(() => import('./money/money-page.tsx')),
    nav: {
      group: '办',
      label: '微实事经费',
      icon: <AccountBookOutlined />,
      order: 40,
      permission: [...village, ...district],
    },
  },
]
