import { useCallback, useMemo, useRef, useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { call } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { type PlanSources, plansApi } from '../../../shared/index.ts'
import { editPlan, type PlanEdit } from '../text/edit-plan.ts'

type Plan = AnswerOf<typeof plansApi.getPlan>
type Current = { revision: number; sources: PlanSources }

const MOST_UNDONE = 100

/** A plan's text on the page: saves itself a moment after the last change, and can be undone step by step. */
export const usePlanDraft = (plan: Plan) => {
  const { value, state, conflict, change: put, saveNow, resolve } = usePlanText(plan)
  const [undone, setUndone] = useState<PlanSources[]>([])
  const latest = useRef(value)
  latest.current = value
  const keep = useCallback(() => {
    const before = latest.current
    setUndone(list => [...list.slice(-MOST_UNDONE), before])
  }, [])
  const change = useCallback(
    (next: PlanSources) => {
      keep()
      latest.current = next
      put(next)
    },
    [keep, put],
  )
  const undo = () => {
    const before = undone.at(-1)
    if (!before) return
    setUndone(list => list.slice(0, -1))
    put(before)
  }
  const edit = useCallback(
    (one: PlanEdit) => {
      const next = editPlan(latest.current, one)
      if (next !== latest.current) change(next)
    },
    [change],
  )
  const settle = (whose: 'mine' | 'theirs') => {
    if (!conflict) return
    keep()
    resolve(whose === 'theirs' ? conflict.theirs : latest.current)
  }
  return useMemo(
    () => ({
      sources: value,
      change,
      edit,
      save: state,
      current: conflict,
      settle,
      undo,
      canUndo: undone.length > 0,
      flush: saveNow,
    }),
    [value, change, edit, state, conflict, undone, saveNow],
  )
}

const usePlanText = ({ id, sources, revision }: Plan) =>
  useDraft<PlanSources>({
    value: sources,
    revision,
    save: async (value, basedOn) => {
      const body = { revision: basedOn, sources: { ...value } }
      return (await call(plansApi.savePlan, { params: { id }, body })).revision
    },
    theirs: current => {
      const stored = current as Current
      return { value: stored.sources, revision: stored.revision }
    },
  })

export type PlanDraftOnPage = ReturnType<typeof usePlanDraft>
