import type { Ink } from '../../shared/index.ts'

/** A signature that was written and not yet acknowledged: kept in this browser, sent again under the same key. */
export type Waiting = {
  projectId: number
  household: { id: number } | { head: string; door: string; phone: string | null }
  /** For the list; not sent. */
  head: string
  ink: Ink
  deviceAt: string
  actKey: string
  /** Who collected it, at which post: sent by nobody else who signs in on this telephone. */
  by: { accountId: number; postId: number }
  /** Why the server will never take it. */
  problem?: string
}

/** Where signatures are kept; a test gives its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'shishi.signature.'
const nameOf = ({ actKey }: Pick<Waiting, 'actKey'>) => PREFIX + actKey

/** Each has an entry of its own, so that two windows of the desk never write over what the other keeps. */
export const keptOn = (shelf: Shelf | undefined): Waiting[] => {
  if (!shelf) return []
  const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter(n => n.startsWith(PREFIX))
  return names.flatMap(name => read(shelf, name)).toSorted((a, b) => (a.deviceAt < b.deviceAt ? -1 : 1))
}

const read = (shelf: Shelf, name: string): Waiting[] => {
  try {
    return [JSON.parse(shelf.getItem(name) ?? '') as Waiting]
  } catch {
    return []
  }
}

/** @returns whether the browser keeps it; where it is full or forbids it, only the page holds the signature */
export const keepOn = (shelf: Shelf | undefined, one: Waiting): boolean => {
  try {
    shelf?.setItem(nameOf(one), JSON.stringify(one))
    return shelf !== undefined
  } catch {
    return false
  }
}

export const dropFrom = (shelf: Shelf | undefined, one: Pick<Waiting, 'actKey'>): void => {
  try {
    shelf?.removeItem(nameOf(one))
  } catch {
    // It was never kept there.
  }
}
