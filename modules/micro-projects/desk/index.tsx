import {
  AccountBookOutlined,
  BuildOutlined,
  CalendarOutlined,
  FundOutlined,
  HomeOutlined,
  IdcardOutlined,
  PhoneOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { type ComponentType, lazy } from 'react'
import type { DeskScreen, DeskTool } from '#platform/ui/desk/screen.ts'

const village = ['representative', 'village-staff', 'secretary', 'village-committee']
const district = ['party-office', 'leader', 'organisation-member', 'finance']

/** A page of this room with the telephone's sizes, loaded when somebody comes to it. */
const page = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [{ default: Screen }, { phoneFirst }] = await Promise.all([load(), import('./phone-first.tsx')])
    return { default: phoneFirst(Screen) }
  })

export const screens: DeskScreen[] = [
  {
    path: 'micro',
    element: page(() => import('./projects-page.tsx')),
    nav: { group: '办', label: '微实事', icon: <BuildOutlined />, order: 10, permission: [...village, ...district] },
  },
  { path: 'micro/new', element: page(() => import('./draft/new-page.tsx')) },
  { path: 'micro/projects/:id', element: page(() => import('./project/project-page.tsx')) },
  {
    path: 'micro/board',
    element: page(() => import('./board/board-page.tsx')),
    nav: { group: '办', label: '微实事大屏', icon: <FundOutlined />, order: 50, permission: district },
  },
  {
    path: 'micro/programme',
    element: page(() => import('./programme/programme-page.tsx')),
    nav: { group: '办', label: '年度活动', icon: <CalendarOutlined />, order: 15, permission: ['party-office'] },
  },
  {
    path: 'micro/members',
    element: page(() => import('./programme/members-page.tsx')),
    nav: { group: '办', label: '党员和代表', icon: <IdcardOutlined />, order: 15, permission: ['village-staff'] },
  },
  {
    path: 'micro/households',
    element: page(() => import('./households/households-page.tsx')),
    nav: { group: '办', label: '群众户', icon: <HomeOutlined />, order: 16, permission: ['village-staff'] },
  },
  {
    path: 'micro/meetings',
    element: page(() => import('./meetings/meetings-page.tsx')),
    nav: { group: '办', label: '会议研究', icon: <TeamOutlined />, order: 20, permission: ['organisation-member'] },
  },
  {
    path: 'micro/call-backs',
    element: page(() => import('./signatures/call-backs-page.tsx')),
    nav: { group: '办', label: '签名回访', icon: <PhoneOutlined />, order: 30, permission: ['party-office'] },
  },
  {
    path: 'micro/money',
    element: page(() => import('./money/money-page.tsx')),
    nav: {
      group: '办',
      label: '微实事经费',
      icon: <AccountBookOutlined />,
      order: 40,
      permission: [...village, ...district],
    },
  },
]

/** Sends what was signed or photographed without a network, whichever page is open. */
export const tools: DeskTool[] = [{ element: lazy(() => import('./outbox/waiting-sign.tsx')), order: 5 }]
