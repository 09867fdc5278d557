import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call, isUnreachable, type SaveState, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { type PlanSources, plansApi } from '../../../shared/index.ts'
import { editPlan, type PlanEdit } from '../text/edit-plan.ts'

type Plan = AnswerOf<typeof plansApi.getPlan>
type Current = { revision: number; sources: PlanSources }

const WAIT_MS = 1200
const RETRY_MS = 5000
const MOST_UNDONE = 100

/** A plan's text on the page: saved by itself a moment after the last change; a conflict keeps both versions. */
export const usePlanDraft = (plan: Plan) => {
  const [sources, setSources] = useState<PlanSources>(plan.sources)
  const [save, setSave] = useState<SaveState>({ kind: 'saved' })
  const [problem, setProblem] = useState<Problem>()
  const [undone, setUndone] = useState<PlanSources[]>([])
  const revision = useRef(plan.revision)
  const latest = useRef(sources)
  const running = useRef<Promise<boolean>>(undefined)
  const kept = useRef(sources)
  useUnsavedGuard(save.kind !== 'saved')

  const store = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    setSave({ kind: 'saving' })
    try {
      const body = { revision: revision.current, sources: { ...sent } }
      revision.current = (await call(plansApi.savePlan, { params: { id: plan.id }, body })).revision
      kept.current = sent
      setProblem(undefined)
      setSave(latest.current === sent ? { kind: 'saved', at: clock() } : { kind: 'unsaved' })
      return latest.current === sent
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      setSave(stateAfter(error))
      return false
    }
  }, [plan.id])

  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current
    running.current = store().finally(() => {
      running.current = undefined
    })
    return running.current
  }, [store])

  useEffect(() => {
    const wait = save.kind === 'unsaved' ? WAIT_MS : save.kind === 'offline' ? RETRY_MS : undefined
    if (wait === undefined) return
    const timer = setTimeout(flush, wait)
    return () => clearTimeout(timer)
  }, [save, flush])

  // Going to another page saves what is left.
  useEffect(() => () => void (latest.current === kept.current || flush()), [flush])

  const show = useCallback((next: PlanSources) => {
    latest.current = next
    setSources(next)
    setSave({ kind: 'unsaved' })
  }, [])
  const change = useCallback(
    (next: PlanSources) => {
      const before = latest.current
      setUndone(list => [...list.slice(-MOST_UNDONE), before])
      show(next)
    },
    [show],
  )
  const undo = () => {
    const before = undone.at(-1)
    if (!before) return
    setUndone(list => list.slice(0, -1))
    show(before)
  }
  const edit = useCallback(
    (one: PlanEdit) => {
      const next = editPlan(latest.current, one)
      if (next !== latest.current) change(next)
    },
    [change],
  )
  const current = problem?.code === 'version.conflict' ? (problem.current as Current) : undefined
  const settle = (keep: 'mine' | 'theirs') => {
    if (!current) return
    revision.current = current.revision
    setProblem(undefined)
    change(keep === 'theirs' ? current.sources : latest.current)
  }
  const saved = save.kind === 'saved'
  return useMemo(
    () => ({
      sources,
      change,
      edit,
      save,
      current,
      settle,
      undo,
      canUndo: undone.length > 0,
      flush: () => (saved ? Promise.resolve(true) : flush()),
    }),
    [sources, change, edit, save, current, undone, flush, saved],
  )
}

export type PlanDraftOnPage = ReturnType<typeof usePlanDraft>

const stateAfter = (problem: Problem): SaveState => {
  if (isUnreachable(problem)) return { kind: 'offline' }
  return problem.code === 'version.conflict' ? { kind: 'conflict' } : { kind: 'refused', reason: problem.message }
}

const clock = () => Temporal.Now.plainTimeISO('Asia/Shanghai').toString({ smallestUnit: 'minute' })
