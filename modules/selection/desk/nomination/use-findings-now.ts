import { useDeferredValue, useMemo } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useCalendar } from '#kernel/calendar/desk/index.tsx'
import type { Draft } from '#platform/ui/desk/use-draft.ts'
import type { Plan } from '../../shared/index.ts'
import type { Content, Finding, Nomination } from './editing.ts'
import { findingsNow, pageRules } from './page-rules.ts'

type Told = { findings: Finding[]; for?: Content }

/** Findings as one types: the plan's page rules run here at once; the server's word replaces them at each save. */
export const useFindingsNow = (nomination: Nomination, draft: Draft<Content>, told: Told): Finding[] => {
  const { today, now } = useSession()
  const { data: calendar } = useCalendar()
  const plan = nomination.plan as Plan
  const bound = useMemo(() => pageRules(plan), [plan])
  const content = useDeferredValue(draft.value)
  return useMemo(() => {
    if (!calendar || told.for === content) return told.findings
    return findingsNow(bound, nomination, content, { today, now, calendar }, told.findings)
  }, [bound, nomination, content, today, now, calendar, told])
}
