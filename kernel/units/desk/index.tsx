import { lazy } from 'react'
import type { DeskScreen } from '#platform/ui/desk/screen.ts'

export { UnitSelect } from './unit-select.tsx'
export { UnitSheet } from './unit-sheet.tsx'
export { UnitTree } from './unit-tree.tsx'
export { useFindings } from './use-findings.ts'

export const screens: DeskScreen[] = [
  {
    path: 'units/import',
    element: lazy(() => import('./import-page.tsx').then(room => ({ default: room.ImportPage }))),
  },
]
