type Progress = { key: string; share: number }

let now: Progress = { key: '', share: 0 }
const listeners = new Set<() => void>()

/** How much of the picture under way has been sent from this window, 0 to 1. */
export const progress = {
  now: () => now,
  tell: (key: string, share: number) => {
    now = { key, share }
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
