import { Problem } from '#platform/http/shared/problem.ts'
import type { SaveState } from './autosave-status.tsx'
import { forget, keep, type Revision, recall } from './kept.ts'
import { isUnreachable } from './reply.ts'

export const PAUSE_MS = 1500
export const AGAIN_MS = 5000

/** Somebody else saved in between: what I typed, and what the server holds. */
export type Conflict<T, R = number> = { mine: T; theirs: T; theirRevision: R }

export type DraftOptions<T, R extends Revision = number> = {
  /** Under this name the draft is kept in the browser until it is acknowledged; left out, it is not kept. */
  key?: string
  value: T
  revision: R
  /** Sends it; resolves with the new revision. */
  save: (value: T, revision: R) => Promise<R>
  /** Reads what the server holds from a 409 `version.conflict`. */
  theirs?: (current: unknown) => { value: T; revision: R }
  enabled?: boolean
}

/** What the page shows of a draft. */
export type DraftView<T, R> = {
  value: T
  revision: R
  state: SaveState
  conflict: Conflict<T, R> | undefined
  /** Typed before a crash or an expired session and brought back now. */
  restored: boolean
}

/**
 * The loop behind {@link useDraft}, without a page: saves 1.5 s after the last change, at once on demand, never two at a
 * time, again and again while the server cannot be reached, and not at all while a conflict waits to be resolved.
 * @param latest the options as they are now; value and revision are read once, at the beginning
 */
export const autosave = <T, R extends Revision>(latest: () => DraftOptions<T, R>) => {
  let view = startOf(latest())
  let dirty = view.restored
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const show = (part: Partial<DraftView<T, R>>) => {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), ms)
  }

  const acknowledge = (sent: T, revision: R) => {
    dirty = view.value !== sent
    const { key } = latest()
    if (!dirty && key) forget(key)
    show({ revision, state: dirty ? { kind: 'unsaved' } : { kind: 'saved', at: clockTime() } })
    if (dirty) later(PAUSE_MS)
  }
  const refused = (problem: Problem) => {
    const { theirs } = latest()
    if (problem.code === 'version.conflict' && theirs) {
      const { value, revision } = theirs(problem.current)
      const conflict = { mine: view.value, theirs: value, theirRevision: revision }
      show({ conflict, state: { kind: 'conflict' } })
    } else if (isUnreachable(problem)) {
      show({ state: { kind: 'offline' } })
      later(AGAIN_MS)
    } else show({ state: { kind: 'refused', reason: problem.message } })
  }

  const send = async (): Promise<void> => {
    clearTimeout(timer)
    const sent = view.value
    show({ state: { kind: 'saving' } })
    try {
      acknowledge(sent, await latest().save(sent, view.revision))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused(error)
    }
  }

  /** Saves what is not saved yet. @returns whether everything typed is saved */
  const saveNow = async (): Promise<boolean> => {
    if (running) await running
    if (!dirty || view.conflict || latest().enabled === false) return !dirty
    running ??= send().finally(() => {
      running = undefined
    })
    await running
    return !dirty
  }

  const change = (value: T) => {
    dirty = true
    const { key } = latest()
    if (key) keep(key, { value, revision: view.revision, at: new Date().toISOString() })
    if (view.conflict) return show({ value })
    show({ value, state: { kind: 'unsaved' } })
    later(PAUSE_MS)
  }

  /** Goes on with what was chosen from both versions. */
  const resolve = (chosen: T) => {
    if (!view.conflict) return
    show({ revision: view.conflict.theirRevision, conflict: undefined })
    change(chosen)
    void saveNow()
  }

  /** Takes over what the server holds, when nothing here is unsaved. */
  const adopt = (value: T, revision: R) => {
    if (dirty || running || view.conflict || revision <= view.revision) return
    show({ value, revision, state: { kind: 'saved' } })
  }

  /** Leaving the page inside the desk sends what is typed; what is not acknowledged stays kept. */
  const leave = () => {
    clearTimeout(timer)
    void saveNow()
  }
  const begin = () => {
    if (dirty && !view.conflict) later(PAUSE_MS)
    return leave
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { view: () => view, subscribe, begin, change, saveNow, resolve, adopt }
}

/** What is on the page at first: the server's, or what was kept and never acknowledged. */
const startOf = <T, R extends Revision>({ key, value, revision, enabled }: DraftOptions<T, R>): DraftView<T, R> => {
  const kept = key && enabled !== false ? recall<T>(key) : undefined
  if (!kept || JSON.stringify(kept.value) === JSON.stringify(value))
    return { value, revision, state: { kind: 'saved' }, conflict: undefined, restored: false }
  const own = { value: kept.value, revision, restored: true }
  if (kept.revision === revision) return { ...own, state: { kind: 'unsaved' }, conflict: undefined }
  const conflict = { mine: kept.value, theirs: value, theirRevision: revision }
  return { ...own, state: { kind: 'unsaved' }, conflict }
}

const clockTime = () =>
  Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' })
