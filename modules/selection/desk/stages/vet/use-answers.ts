import { useEffect, useRef, useState } from 'react'
import { call, isUnreachable, type SaveState, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import type { VetRequestPage } from '../../../stages/vet/shared/api.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'

export type Answer = { opinion: 'none' | 'objection' | null; reason: string }

const QUIET = 700

/** A department's answers while it gives them: kept by the server as it goes, and never lost on the way. */
export const useAnswers = (page: VetRequestPage) => {
  const open = page.names.filter(({ given }) => !given)
  const [answers, setAnswers] = useState<Record<number, Answer>>(() =>
    Object.fromEntries(open.map(({ nominationId, opinion, reason }) => [nominationId, { opinion, reason }])),
  )
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const changed = useRef(new Set<number>())
  useUnsavedGuard(state.kind !== 'saved')

  const save = async (): Promise<boolean> => {
    const ids = [...changed.current]
    if (ids.length === 0) return true
    changed.current = new Set()
    setState({ kind: 'saving' })
    const opinions = ids.map(nominationId => ({ nominationId, ...answers[nominationId]! }))
    try {
      await call(vetApi.saveOpinions, { params: { id: page.id }, body: { opinions } })
      setState({ kind: changed.current.size > 0 ? 'unsaved' : 'saved' })
      return true
    } catch (error) {
      for (const id of ids) changed.current.add(id)
      setState(isUnreachable(error) ? { kind: 'offline' } : { kind: 'refused', reason: (error as Error).message })
      return false
    }
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), QUIET)
    return () => clearTimeout(timer)
  }, [answers])

  const change = (ids: number[], answer: Partial<Answer>) => {
    for (const id of ids) changed.current.add(id)
    setState({ kind: 'unsaved' })
    setAnswers(before => ({
      ...before,
      ...Object.fromEntries(ids.map(id => [id, { ...(before[id] ?? { opinion: null, reason: '' }), ...answer }])),
    }))
  }
  const missing = open.filter(({ nominationId }) => !isComplete(answers[nominationId])).length
  return { answers, change, save, state, open, missing }
}

const isComplete = (answer: Answer | undefined) =>
  answer?.opinion === 'none' || (answer?.opinion === 'objection' && answer.reason.trim() !== '')
