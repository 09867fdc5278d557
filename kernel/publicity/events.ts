import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { ProblemFinding } from '#platform/http/shared/problem.ts'
import type { NoticeRow } from './notice-row.ts'
import type { ObjectionOutcome } from './shared/states.ts'

export type ObjectionEvent = { id: number; noticeId: number; itemKey: string | null }

/**
 * What a module does when something happens to its notices. Each runs in the transaction of the event: it may
 * suspend a name (暂缓), open the next stage, tell a post. Publicity knows modules by these alone.
 */
export type PublicityListener = {
  /** What keeps a notice from review, and from being issued if it has come about since. */
  findings?: (tx: Tx, notice: NoticeRow) => Promise<ProblemFinding[]>
  /**
   * Which pictures of an issued notice may still be shown, by their hashes: consent is taken back, a face is covered
   * afterwards. A module that does not say shows none.
   */
  shownPictures?: (db: Db, notice: NoticeRow) => Promise<string[]>
  onReturned?: (tx: Tx, notice: NoticeRow) => Promise<void>
  onIssued?: (tx: Tx, notice: NoticeRow) => Promise<void>
  onWithdrawn?: (tx: Tx, notice: NoticeRow) => Promise<void>
  /** From 00:00 after the last day, by the business clock; found by the sweep. */
  onPeriodEnded?: (tx: Tx, notice: NoticeRow) => Promise<void>
  onObjectionOpened?: (tx: Tx, notice: NoticeRow, objection: ObjectionEvent) => Promise<void>
  onObjectionConcluded?: (
    tx: Tx,
    notice: NoticeRow,
    objection: ObjectionEvent & { outcome: ObjectionOutcome },
  ) => Promise<void>
}

const listeners = new Map<string, PublicityListener>()

/** Registers a module's listener at start, under the name its notices carry. Throws if it has one. */
export const listenToPublicity = (module: string, listener: PublicityListener): void => {
  if (listeners.has(module)) throw new Error(`${module} listens to publicity already`)
  listeners.set(module, listener)
}

/** @throws Problem 422 `notice.not-ready` with what the notice's module and its reader find wrong with it */
export const requireSound = async (
  tx: Tx,
  notice: NoticeRow,
  what: '送审' | '签发',
  own: ProblemFinding[] = [],
): Promise<void> => {
  const findings = [...own, ...((await listenerOf(notice).findings?.(tx, notice)) ?? [])]
  if (findings.length > 0)
    throw refuse('notice.not-ready', `还有${findings.length}处需要改正后才能${what}。`, { status: 422, findings })
}

export const listenerOf = (notice: NoticeRow): PublicityListener => listeners.get(notice.module) ?? {}
