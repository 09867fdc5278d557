import { useEffect, useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/index.ts'
import { type PlanSources, plansApi } from '../../../shared/index.ts'

export type Rehearsed = AnswerOf<typeof plansApi.rehearseText>

const PAUSE_MS = 350

/**
 * The rehearsal and the faults of the text on the page, asked for at each pause of typing. While the text does not
 * check, the last rehearsal that could be drawn stays, marked as `stale`.
 */
export const useRehearsal = (sources: PlanSources, planId: number, publishOn: Record<string, string>) => {
  const [answer, setAnswer] = useState<Rehearsed>()
  const [drawn, setDrawn] = useState<NonNullable<Rehearsed['rehearsal']>>()
  const [problem, setProblem] = useState<Problem>()
  const [asking, setAsking] = useState(true)
  const [again, setAgain] = useState(0)
  // `again` asks anew
  useEffect(() => {
    const abort = new AbortController()
    setAsking(true)
    const ask = async () => {
      try {
        const body = { sources: { ...sources }, planId, publishOn }
        const next = await call(plansApi.rehearseText, { body }, { signal: abort.signal })
        setAnswer(next)
        if (next.rehearsal) setDrawn(next.rehearsal)
        setProblem(undefined)
        setAsking(false)
      } catch (error) {
        if (abort.signal.aborted) return
        if (!(error instanceof Problem)) throw error
        setProblem(error)
        setAsking(false)
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [sources, planId, publishOn, again])
  return {
    answer,
    drawn,
    stale: answer !== undefined && !answer.rehearsal,
    problem,
    asking,
    retry: () => setAgain(n => n + 1),
  }
}
