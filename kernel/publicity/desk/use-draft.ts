import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '#platform/http/shared/problem.ts'
import { call, isUnreachable, type SaveState, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import type { NoticeContent } from '../shared/content.ts'
import { type Notice, saveNotice } from '../shared/notice-api.ts'

export type Draft = { title: string; content: NoticeContent; workdays: number }
type Current = { title: string; content: NoticeContent; contentHash: string }

const WAIT_MS = 1200
const RETRY_MS = 5000

/** The draft on the page: saved by itself a moment after the last change; a conflict keeps both versions. */
export const useDraft = (notice: Notice) => {
  const { title, content, workdays } = notice
  const [draft, setDraft] = useState<Draft>({ title, content, workdays })
  const [save, setSave] = useState<SaveState>({ kind: 'saved' })
  const [problem, setProblem] = useState<Problem>()
  const basedOn = useRef(notice.contentHash)
  const latest = useRef(draft)
  const running = useRef<Promise<boolean>>(undefined)
  useUnsavedGuard(save.kind !== 'saved')

  const store = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    setSave({ kind: 'saving' })
    try {
      const answer = await call(saveNotice, { params: { id: notice.id }, body: { ...sent, basedOn: basedOn.current } })
      basedOn.current = answer.contentHash
      setProblem(undefined)
      setSave(latest.current === sent ? { kind: 'saved', at: clock() } : { kind: 'unsaved' })
      return latest.current === sent
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      setSave(stateAfter(error))
      return false
    }
  }, [notice.id])

  /** Saves what is not saved yet. @returns whether everything on the page is saved */
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

  const change = (patch: Partial<Draft>) => {
    latest.current = { ...latest.current, ...patch }
    setDraft(latest.current)
    setSave({ kind: 'unsaved' })
  }
  const current = problem?.code === 'version.conflict' ? (problem.current as Current) : undefined
  const settle = (keep: 'mine' | 'theirs') => {
    if (!current) return
    basedOn.current = current.contentHash
    setProblem(undefined)
    change(keep === 'theirs' ? { title: current.title, content: current.content } : {})
  }
  return {
    draft,
    change,
    save,
    problem,
    flush: () => (save.kind === 'saved' ? Promise.resolve(true) : flush()),
    current,
    settle,
  }
}

const stateAfter = (problem: Problem): SaveState => {
  if (isUnreachable(problem)) return { kind: 'offline' }
  return problem.code === 'version.conflict' ? { kind: 'conflict' } : { kind: 'refused', reason: problem.message }
}

const clock = () => Temporal.Now.plainTimeISO('Asia/Shanghai').toString({ smallestUnit: 'minute' })
