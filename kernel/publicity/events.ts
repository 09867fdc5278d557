import type { Tx } from '#platform/db/index.ts'
import type { NoticeRow } from './notice-row.ts'

export type ObjectionEvent = { id: number; noticeId: number; itemKey: string | null }

/**
 * What a module does when something happens to its notices. Each runs in the transaction of the event: it may
 * suspend a name (暂缓), open the next stage, tell a post. Publicity knows modules by these alone.
 */
export type PublicityListener = {
  onIssued?: (tx: Tx, notice: NoticeRow) => Promise<void>
  onWithdrawn?: (tx: Tx, notice: NoticeRow) => Promise<void>
  /** From 00:00 after the last day, by the business clock; found by the sweep. */
  onPeriodEnded?: (tx: Tx, notice: NoticeRow) => Promise<void>
  onObjectionOpened?: (tx: Tx, notice: NoticeRow, objection: ObjectionEvent) => Promise<void>
  onObjectionConcluded?: (tx: Tx, notice: NoticeRow, objection: ObjectionEvent) => Promise<void>
}

const listeners = new Map<string, PublicityListener>()

/** Registers a module's listener at start, under the name its notices carry. Throws if it has one. */
export const listenToPublicity = (module: string, listener: PublicityListener): void => {
  if (listeners.has(module)) throw new Error(`${module} listens to publicity already`)
  listeners.set(module, listener)
}

export const listenerOf = (notice: NoticeRow): PublicityListener => listeners.get(notice.module) ?? {}
