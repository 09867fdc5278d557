/** Who collected something, and at which post. */
export type By = { accountId: number; postId: number }

/** What was collected and not yet acknowledged: kept in this browser, sent again under the same key. */
export type Waiting = {
  key: string
  projectId: number
  /** Sent by nobody else who signs in on this telephone. */
  by: By
  /** Why the server did not take it. */
  problem?: string | undefined
}

/** Where a browser keeps what waits. */
export type Shelf<One> = {
  /** In the order in which it was collected. */
  read: () => Promise<One[]>
  /** @returns whether the browser keeps it; where it is full or forbids it, only the page holds it */
  keep: (one: One) => Promise<boolean>
  drop: (key: string) => Promise<unknown>
}

/** A refused one waits for its reader, not for the server. */
export const isOnItsWay = ({ problem }: Pick<Waiting, 'problem'>): boolean => problem === undefined

export const isOf =
  ({ accountId, postId }: By) =>
  ({ by }: Pick<Waiting, 'by'>): boolean =>
    by.accountId === accountId && by.postId === postId
