import { Problem } from '#platform/http/shared/problem.ts'
import { waitingList } from './list.ts'
import { type By, isOf, isOnItsWay, type Shelf, type Waiting } from './waiting.ts'
import { oneWindowAtATime } from './windows.ts'

export type Sending<One> = {
  /** Keeps how far it is, from where another window or a later day goes on. */
  note: (part: Partial<One>) => Promise<void>
  /** Aborted when it is given up, in whichever window. */
  signal: AbortSignal
}

type Options<One> = {
  /** Each kind is sent by one window at a time. */
  kind: string
  shelf: Shelf<One>
  /** Sends one, always under its own key, so that a lost reply or a second window makes no second one. */
  send: (one: One, sending: Sending<One>) => Promise<unknown>
  /** Whether the session of this browser is theirs; a window may show one that has ended since. */
  isSignedIn: (by: By) => Promise<boolean>
  /** Removes from the server what has arrived of one that is given up. */
  end?: (one: One) => Promise<unknown>
}

export type Outbox<One extends Waiting> = ReturnType<typeof outbox<One>>

/**
 * What was collected here, on its way to the server, of every project. One leaves only when the server has answered for
 * it; refused, it stays with the reason until somebody sends it again or gives it up.
 */
export const outbox = <One extends Waiting>({ kind, shelf, send, isSignedIn, end }: Options<One>) => {
  const { put, ...list } = waitingList(shelf)
  let busy = false
  let flying: { key: string; abort: AbortController } | undefined
  list.subscribe(() => {
    if (flying && !list.find(flying.key)) flying.abort.abort()
  })

  /** Unless it was sent or given up meanwhile, here or in another window. */
  const stillThere = async ({ key }: One): Promise<One | undefined> => {
    await list.reread()
    return list.find(key)
  }
  const attempt = async (one: One, signal: AbortSignal): Promise<'sent' | 'later' | Problem> => {
    const note = async (part: Partial<One>) => {
      const known = await stillThere(one)
      if (known) await put({ ...known, ...part })
    }
    try {
      if (!(await isSignedIn(one.by))) return 'later'
      await send(one, { note, signal })
      return 'sent'
    } catch (error) {
      return isRefusal(error) ? error : 'later'
    }
  }
  /** @returns whether the next one may follow */
  const settle = async (one: One): Promise<boolean> => {
    flying = { key: one.key, abort: new AbortController() }
    const outcome = await attempt(one, flying.abort.signal)
    flying = undefined
    const known = await stillThere(one)
    if (!known) return true
    if (outcome === 'later') return false
    await (outcome === 'sent' ? list.drop(one.key) : put({ ...known, problem: outcome.message }))
    return true
  }
  const sendAll = async (by: By, onSettled: () => void): Promise<number> => {
    await list.reread()
    const next = () => list.all().filter(isOf(by)).find(isOnItsWay)
    let settled = 0
    for (let one = next(); one && (await settle(one)); one = next()) {
      settled += 1
      onSettled()
    }
    return settled
  }
  return {
    ...list,
    add: put,
    /** Sends what this person collected, one after the other, until the network fails. @returns how many are settled */
    flush: async (by: By, onSettled: () => void = () => {}): Promise<number> => {
      if (busy) return 0
      busy = true
      return oneWindowAtATime(`shishi-outbox-${kind}`, () => sendAll(by, onSettled)).finally(() => {
        busy = false
      })
    },
    /** Lets a refused one go once more. */
    again: async (key: string): Promise<void> => {
      const one = list.find(key)
      if (one) await put({ ...one, problem: undefined })
    },
    drop: async (key: string): Promise<void> => {
      const one = list.find(key)
      await list.drop(key)
      if (one) await end?.(one)
    },
  }
}

/** What says nothing against what was sent: an ended session, haste, an upload that is cut off or goes on elsewhere. */
const passing = { statuses: [401, 408, 425, 429], codes: ['file.cut', 'upload.offset', 'upload.unfinished'] }

/** A busy server or a lost network refuse nothing either. */
const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem &&
  error.status >= 400 &&
  error.status < 500 &&
  !passing.statuses.includes(error.status) &&
  !passing.codes.includes(error.code)
