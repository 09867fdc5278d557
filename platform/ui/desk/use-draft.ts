import { useEffect, useState, useSyncExternalStore } from 'react'
import { autosave, type DraftOptions, type DraftView } from './autosave.ts'
import type { Revision } from './kept.ts'
import { useUnsavedGuard } from './unsaved-guard.ts'

export type { Conflict, DraftOptions } from './autosave.ts'

export type Draft<T, R extends Revision = number> = DraftView<T, R> &
  Pick<ReturnType<typeof autosave<T, R>>, 'change' | 'saveNow' | 'resolve' | 'adopt'>

/** Something that is typed and saves itself. Kept in the browser until acknowledged; a conflict keeps both versions. */
export const useDraft = <T, R extends Revision = number>(options: DraftOptions<T, R>): Draft<T, R> => {
  const [latest] = useState({ options })
  latest.options = options
  const [loop] = useState(() => autosave<T, R>(() => latest.options))
  const view = useSyncExternalStore(loop.subscribe, loop.view)
  useEffect(loop.begin, [loop])
  useUnsavedGuard(view.state.kind !== 'saved')
  const { change, saveNow, resolve, adopt } = loop
  return { ...view, change, saveNow, resolve, adopt }
}
