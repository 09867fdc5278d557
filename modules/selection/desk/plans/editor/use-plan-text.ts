import { useMemo, useRef } from 'react'
import type { PlanSources } from '../../../shared/index.ts'
import { planValue } from '../text/edit-plan.ts'

/** What the text says, for the forms; while it cannot be read, what it said last. */
export const usePlanText = (sources: PlanSources) => {
  const last = useRef<Record<string, unknown>>({})
  const value = useMemo(() => planValue(sources), [sources])
  if (value) last.current = value
  return { value: value ?? last.current, readable: value !== undefined }
}
