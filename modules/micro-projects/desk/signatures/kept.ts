import type { Ink } from '../../shared/index.ts'
import type { Shelf, Waiting } from '../outbox/waiting.ts'

/** A signature that was written and not yet acknowledged; its key is that of the act of signing. */
export type WaitingSignature = Waiting & {
  household: { id: number } | { head: string; door: string; phone: string | null }
  /** For the list; not sent. */
  head: string
  ink: Ink
  deviceAt: string
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'shishi.signature.'

/**
 * Each has an entry of its own, so that two windows of the desk never write over what the other keeps.
 * @param storage throws where the browser forbids it
 */
export const signatureShelf = (storage: () => Kept): Shelf<WaitingSignature> => ({
  read: async () => {
    try {
      const kept = storage()
      const names = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '').filter(n => n.startsWith(PREFIX))
      return names.flatMap(name => parsed(kept.getItem(name))).toSorted((a, b) => (a.deviceAt < b.deviceAt ? -1 : 1))
    } catch {
      return []
    }
  },
  keep: async one => {
    try {
      storage().setItem(PREFIX + one.key, JSON.stringify(one))
      return true
    } catch {
      return false
    }
  },
  drop: async key => {
    try {
      storage().removeItem(PREFIX + key)
    } catch {
      // It was never kept there.
    }
  },
})

const parsed = (text: string | null): WaitingSignature[] => {
  try {
    return [JSON.parse(text ?? '') as WaitingSignature]
  } catch {
    return []
  }
}
