import type { Shelf, Waiting } from './waiting.ts'
import { tellOtherWindows } from './windows.ts'

/**
 * What waits, as this window shows it: what the browser keeps, with what this window has changed and the browser has not
 * written down yet, or never will.
 */
export const waitingList = <One extends Waiting>(shelf: Shelf<One>) => {
  let all: readonly One[] = []
  /** `undefined` for what is to be forgotten. */
  const unsaved = new Map<string, One | undefined>()
  const listeners = new Set<() => void>()

  const show = (next: readonly One[]) => {
    all = next
    for (const listener of listeners) listener()
  }
  const settle = (key: string, next: One | undefined, saved: boolean) => {
    if (saved && unsaved.get(key) === next) unsaved.delete(key)
    show([...all])
    tellOtherWindows()
  }
  return {
    all: () => all,
    find: (key: string) => all.find(one => one.key === key),
    /** What the browser does not keep: closing the window would lose it. */
    isLoose: (key: string) => unsaved.get(key) !== undefined,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    put: async (one: One): Promise<void> => {
      unsaved.set(one.key, one)
      const known = all.some(({ key }) => key === one.key)
      show(known ? all.map(each => (each.key === one.key ? one : each)) : [...all, one])
      settle(one.key, one, await shelf.keep(one))
    },
    drop: async (key: string): Promise<void> => {
      unsaved.set(key, undefined)
      show(all.filter(one => one.key !== key))
      await shelf.drop(key)
      settle(key, undefined, true)
    },
    /** Another window may have sent, added or given up something. */
    reread: async (): Promise<void> => {
      const kept = (await shelf.read()).filter(({ key }) => !unsaved.has(key))
      show([...kept, ...[...unsaved.values()].filter(one => one !== undefined)])
    },
  }
}
