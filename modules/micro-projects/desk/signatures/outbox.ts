import { Problem } from '#platform/http/shared/problem.ts'
import { dropFrom, keepOn, keptOn, type Shelf, type Waiting } from './kept.ts'

type By = Waiting['by']
type Send = (one: Waiting) => Promise<unknown>

/**
 * Signatures on their way, of every project. One leaves only when the server has answered for it: it is kept in the
 * browser and in memory, and goes under a key of its own, so that a lost reply or a second window makes no second one.
 */
export const signatureOutbox = (shelf: Shelf | undefined, send: Send) => {
  let waiting: readonly Waiting[] = keptOn(shelf)
  let sending = false
  /** What the browser refused to keep; closing the window would lose it. */
  const loose = new Set<string>()
  const listeners = new Set<() => void>()

  const show = (next: readonly Waiting[]) => {
    waiting = next
    for (const listener of listeners) listener()
  }
  const put = (one: Waiting) => {
    if (keepOn(shelf, one)) loose.delete(one.actKey)
    else loose.add(one.actKey)
    show([...waiting.filter(({ actKey }) => actKey !== one.actKey), one])
  }
  const drop = (actKey: string) => {
    dropFrom(shelf, { actKey })
    loose.delete(actKey)
    show(waiting.filter(one => one.actKey !== actKey))
  }
  const trySending = async (one: Waiting): Promise<boolean> => {
    const outcome = await send(one).then(() => 'sent' as const, ofFailure)
    if (outcome === 'later') return false
    if (outcome === 'sent') drop(one.actKey)
    else put({ ...one, problem: outcome.message })
    return true
  }
  return {
    all: () => waiting,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    add: put,
    drop,
    isLoose: (actKey: string) => loose.has(actKey),
    /** Another window has sent or written something. */
    reread: () => show([...keptOn(shelf), ...waiting.filter(({ actKey }) => loose.has(actKey))]),
    /** Sends what this person collected, one after the other, until the network fails. @returns how many are settled */
    flush: async (by: By): Promise<number> => {
      if (sending) return 0
      sending = true
      let settled = 0
      try {
        for (let one = nextOf(waiting, by); one && (await trySending(one)); one = nextOf(waiting, by)) settled += 1
      } finally {
        sending = false
      }
      return settled
    },
  }
}

/** A refused one waits for its reader, not for the server. */
export const isOnItsWay = ({ problem }: Waiting): boolean => problem === undefined

export const isOf =
  ({ accountId, postId }: By) =>
  ({ by }: Waiting): boolean =>
    by.accountId === accountId && by.postId === postId

const nextOf = (all: readonly Waiting[], by: By) => all.filter(isOf(by)).find(isOnItsWay)

/** To be tried again, or refused with the reason why: a busy server, a lost network or an ended session refuse nothing. */
const ofFailure = (error: unknown): 'later' | Problem =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && ![401, 408, 425, 429].includes(error.status)
    ? error
    : 'later'
