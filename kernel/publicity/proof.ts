import { history } from '#kernel/audit/index.ts'
import { businessToday, type Db } from '#platform/db/index.ts'
import { checksum } from './freeze.ts'
import type { NoticeRow } from './notice-row.ts'
import type { Proof } from './shared/notice-api.ts'
import { type NoticeAct, noticeActs } from './shared/states.ts'
import { noticeStatus } from './shared/status.ts'

const shown: Partial<Record<NoticeAct, string>> = {
  send: '送审',
  return: '退回修改',
  approve: '审核通过（含保密审查）',
  issue: '签发',
  supersede: '由新版本替代',
  withdraw: '撤回',
}
const words = new Map(Object.entries(shown).map(([act, word]) => [noticeActs[act as NoticeAct].audit as string, word]))

/**
 * Shows that a notice stood unchanged: its checksum computed now, the one frozen with it, and the one that the
 * hash-chained record holds from the moment of issue must be the same. Names nobody who acted.
 */
export const proveNotice = async (db: Db, notice: NoticeRow): Promise<Proof> => {
  const recomputed = checksum(notice)
  const entries = await history(db, 'notice', notice.id, 200)
  const issued = entries.find(entry => entry.action === noticeActs.issue.audit)
  const intact = recomputed === notice.contentHash && sameTerms(issued?.detail, { ...notice, recomputed })
  const { code, title, contentHash: hash } = notice
  return {
    code,
    title,
    hash,
    recomputed,
    intact,
    statement: statementOf(intact, noticeStatus(notice, await businessToday(db)).phase),
    entries: entries
      .filter(entry => words.has(entry.action))
      .map(entry => ({ at: entry.businessAt, what: words.get(entry.action)! }))
      .reverse(),
  }
}

type Terms = { recomputed: string; publishedOn: string | null; lastDay: string | null }

/** The record of the issue holds the checksum and the dates. */
const sameTerms = (recorded: Record<string, unknown> | undefined, now: Terms): boolean =>
  recorded?.hash === now.recomputed && recorded.publishedOn === now.publishedOn && recorded.lastDay === now.lastDay

const statementOf = (intact: boolean, phase: string): string => {
  if (!intact) return '校验码不一致：内容可能被改动过，请向受理单位反映。'
  if (phase === 'published' || phase === 'closed') return '签发以来内容未改动'
  return phase === 'ended' ? '公示期间名单未改动' : '公示以来名单未改动'
}
