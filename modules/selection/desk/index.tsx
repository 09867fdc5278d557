import { FormOutlined, ReadOutlined, TrophyOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'
import { myWork } from '../shared/api/campaigns.ts'
import { takesPart } from './takes-part.ts'

const MyWork = lazy(() => import('./my-work/my-work-page.tsx'))

const FIVE_MINUTES = 5 * 60_000

/** Things that wait for this post, beside the link to them. */
const useWaiting = () => useEndpoint(myWork, {}, { refreshMs: FIVE_MINUTES, freshMs: 60_000 }).data?.tasks.length

export const screens: DeskScreen[] = [
  {
    path: '',
    element: MyWork,
    nav: { label: '我的待办', icon: <FormOutlined />, order: 0, useCount: useWaiting },
  },
  { path: 'my-work', element: MyWork },
  {
    path: 'selection',
    element: lazy(() => import('./campaigns/campaigns-page.tsx')),
    nav: { group: '奖', label: '推选', icon: <TrophyOutlined />, order: 10, permission: takesPart },
  },
  { path: 'selection/campaigns/:id', element: lazy(() => import('./campaigns/campaign-page.tsx')) },
  { path: 'selection/campaigns/:id/nominations', element: lazy(() => import('./nominations/nominations-page.tsx')) },
  { path: 'selection/campaigns/:id/reasons', element: lazy(() => import('./reasons/reasons-page.tsx')) },
  { path: 'selection/campaigns/:id/seals', element: lazy(() => import('./intake/owed-seals-page.tsx')) },
  { path: 'selection/campaigns/:id/papers', element: lazy(() => import('./papers/campaign-papers-page.tsx')) },
  { path: 'selection/letters/:id', element: lazy(() => import('./papers/letter-page.tsx')) },
  { path: 'selection/campaigns/:id/similar', element: lazy(() => import('./similar/similar-page.tsx')) },
  { path: 'selection/campaigns/:id/stages/:stage', element: lazy(() => import('./stages/stage-page.tsx')) },
  {
    path: 'selection/campaigns/:id/stages/:stage/papers/:part',
    element: lazy(() => import('./stages/decide/papers-page.tsx')),
  },
  {
    path: 'selection/campaigns/:id/stages/:stage/ceremony',
    element: lazy(() => import('./stages/commend/ceremony-page.tsx')),
  },
  {
    path: 'selection/campaigns/:id/stages/:stage/press',
    element: lazy(() => import('./stages/commend/press-page.tsx')),
  },
  {
    path: 'selection/campaigns/:id/earlier-winners',
    element: lazy(() => import('./stages/commend/earlier-winners-page.tsx')),
  },
  { path: 'selection/campaigns/:id/inspections/:stage', element: lazy(() => import('./stages/inspect/unit-page.tsx')) },
  {
    path: 'selection/campaigns/:id/stages/:stage/newcomer',
    element: lazy(() => import('./stages/acts/newcomer-page.tsx')),
  },
  { path: 'selection/review-seats/:id', element: lazy(() => import('./stages/review/seat-page.tsx')) },
  { path: 'selection/submissions/:id', element: lazy(() => import('./submission/submission-page.tsx')) },
  { path: 'selection/submissions/:id/intake', element: lazy(() => import('./intake/intake-page.tsx')) },
  { path: 'selection/submissions/:id/scans', element: lazy(() => import('./intake/scans-page.tsx')) },
  {
    path: 'selection/submissions/:id/vetting/:stage',
    element: lazy(() => import('./stages/vet/unit-vetting-page.tsx')),
  },
  {
    path: 'selection/submissions/:id/consultations/:stage',
    element: lazy(() => import('./stages/consult/consultation-page.tsx')),
  },
  { path: 'vet/:id', element: lazy(() => import('./stages/vet/answer-page.tsx')) },
  { path: 'selection/submissions/:id/self-recommendations', element: lazy(() => import('./self/unit-page.tsx')) },
  { path: 'selection/campaigns/:id/self-recommendations', element: lazy(() => import('./self/organiser-page.tsx')) },
  { path: 'selection/nominations/:id', element: lazy(() => import('./nomination/nomination-page.tsx')) },
  {
    path: 'selection/plans',
    element: lazy(() => import('./plans/shelf/plans-page.tsx')),
    nav: { group: '奖', label: '推选方案', icon: <ReadOutlined />, order: 12, permission: 'organiser' },
  },
  { path: 'selection/plans/:id', element: lazy(() => import('./plans/editor/plan-page.tsx')) },
]
