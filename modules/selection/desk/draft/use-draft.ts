import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '#platform/http/shared/problem.ts'
import { isUnreachable, type SaveState, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { forget, keep, recall } from './kept.ts'

const PAUSE_MS = 1500
const AGAIN_MS = 5000

/** Somebody else saved in between: what I typed, and what the server holds. */
export type Conflict<T> = { mine: T; theirs: T; theirRevision: number }

export type DraftOptions<T> = {
  /** Under this name the draft is kept in the browser until it is acknowledged; left out, it is not kept. */
  key?: string
  value: T
  revision: number
  /** Sends it; resolves with the new revision. */
  save: (value: T, revision: number) => Promise<number>
  /** Reads what the server holds from a 409 `version.conflict`. */
  theirs?: (current: unknown) => { value: T; revision: number }
  enabled?: boolean
}

export type Draft<T> = {
  value: T
  revision: number
  change: (value: T) => void
  state: SaveState
  saveNow: () => Promise<void>
  conflict: Conflict<T> | undefined
  /** Goes on with what was chosen from both versions. */
  resolve: (value: T) => void
  /** Typed before a crash or an expired session and brought back now. */
  restored: boolean
  /** Takes over what the server holds, when nothing here is unsaved. */
  adopt: (value: T, revision: number) => void
}

/** The mutable part: what is typed, what is acknowledged, whether a reply is awaited. */
type Desk<T> = { value: T; revision: number; dirty: boolean; sending: boolean; stopped: boolean }

/**
 * Something that is typed and saves itself: 1.5 s after the last change, at once on demand, never two at a time, again
 * and again while the server cannot be reached. Kept in the browser until acknowledged.
 */
export const useDraft = <T>(options: DraftOptions<T>): Draft<T> => {
  const latest = useRef(options)
  latest.current = options
  const [start] = useState(() => startOf(options))
  const desk = useRef<Desk<T>>(start.desk)
  const [value, setValue] = useState(start.desk.value)
  const [state, setState] = useState<SaveState>(start.desk.dirty ? { kind: 'unsaved' } : { kind: 'saved' })
  const [conflict, setConflict] = useState<Conflict<T> | undefined>(start.conflict)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const later = useCallback((ms: number, send: () => Promise<void>) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(send, ms)
  }, [])

  const send = useCallback(async (): Promise<void> => {
    const at = desk.current
    if (!at.dirty || at.sending || at.stopped || latest.current.enabled === false) return
    clearTimeout(timer.current)
    const sent = at.value
    at.sending = true
    setState({ kind: 'saving' })
    try {
      at.revision = await latest.current.save(sent, at.revision)
      at.dirty = at.value !== sent
      if (!at.dirty && latest.current.key) forget(latest.current.key)
      setState(at.dirty ? { kind: 'unsaved' } : { kind: 'saved', at: clockTime() })
      if (at.dirty) later(PAUSE_MS, send)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { theirs } = latest.current
      if (error.code === 'version.conflict' && theirs) {
        const current = theirs(error.current)
        at.stopped = true
        setConflict({ mine: at.value, theirs: current.value, theirRevision: current.revision })
        setState({ kind: 'conflict' })
      } else if (isUnreachable(error)) {
        setState({ kind: 'offline' })
        later(AGAIN_MS, send)
      } else setState({ kind: 'refused', reason: error.message })
    } finally {
      at.sending = false
    }
  }, [later])

  const change = useCallback(
    (next: T) => {
      const at = desk.current
      at.value = next
      at.dirty = true
      const { key } = latest.current
      if (key) keep(key, { value: next, revision: at.revision, at: new Date().toISOString() })
      setValue(next)
      if (at.stopped) return
      setState({ kind: 'unsaved' })
      later(PAUSE_MS, send)
    },
    [later, send],
  )

  const resolve = useCallback(
    (chosen: T) => {
      const at = desk.current
      if (!conflict) return
      at.revision = conflict.theirRevision
      at.stopped = false
      setConflict(undefined)
      change(chosen)
      void send()
    },
    [conflict, change, send],
  )

  const adopt = useCallback((next: T, revision: number) => {
    const at = desk.current
    if (at.dirty || at.sending || at.stopped || revision <= at.revision) return
    at.value = next
    at.revision = revision
    setValue(next)
    setState({ kind: 'saved' })
  }, [])

  useEffect(() => {
    if (desk.current.dirty && !desk.current.stopped) later(PAUSE_MS, send)
    // Leaving the page inside the desk sends what is typed; what is not acknowledged stays kept.
    return () => {
      clearTimeout(timer.current)
      void send()
    }
  }, [later, send])
  useUnsavedGuard(state.kind !== 'saved')
  return {
    value,
    revision: desk.current.revision,
    change,
    state,
    saveNow: send,
    conflict,
    resolve,
    restored: start.restored,
    adopt,
  }
}

/** What is on the desk at first: the server's, or what was kept and never acknowledged. */
export const startOf = <T>({ key, value, revision, enabled }: DraftOptions<T>) => {
  const kept = key && enabled !== false ? recall<T>(key) : undefined
  if (!kept || JSON.stringify(kept.value) === JSON.stringify(value))
    return { desk: fresh(value, revision), restored: false, conflict: undefined }
  if (kept.revision === revision)
    return { desk: { ...fresh(kept.value, revision), dirty: true }, restored: true, conflict: undefined }
  return {
    desk: { ...fresh(kept.value, revision), dirty: true, stopped: true },
    restored: true,
    conflict: { mine: kept.value, theirs: value, theirRevision: revision },
  }
}

const fresh = <T>(value: T, revision: number): Desk<T> => ({
  value,
  revision,
  dirty: false,
  sending: false,
  stopped: false,
})

const clockTime = () =>
  Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' })
