import type { Context } from 'hono'
import type { Db } from '#platform/db/index.ts'
import type { SitePage } from '#platform/ui/site/index.ts'
import type { Election } from '../election/load.ts'

export type BallotPages = {
  db: Db
  /** Where a request comes from, behind trusted proxies; only its network is ever kept, as a keyed hash. */
  clientAddress: (c: Context) => string
}

/** The navigation link all these pages belong to. */
export const active = '/ballot'

export const addressOf = ({ slug }: Pick<Election, 'slug'>, below = '') => `/ballot/${slug}${below}`

/** A page below an election; without a label the election's own. */
export const pageOf = (
  election: Election,
  label?: string,
  status: NonNullable<SitePage['status']> = 200,
): SitePage => ({
  title: label ? `${label} · ${election.rules.title}` : election.rules.title,
  active,
  status,
  crumbs: [
    { label: '评议', href: '/ballot' },
    { label: election.rules.title, ...(label && { href: addressOf(election) }) },
    ...(label ? [{ label }] : []),
  ],
})

/** 4月18日 8:00, by a Beijing clock. */
export const shortTime = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.month}月${at.day}日 ${at.hour}:${String(at.minute).padStart(2, '0')}`
}

/** 2017年4月18日 8:00 */
export const longTime = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.year}年${shortTime(instant)}`
}

/** 9f2c 71ab 04de … 8831 */
export const shortHash = (hash: string) =>
  `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`

export const windowOf = ({ rules }: Election) => `${longTime(rules.opensAt)}至${shortTime(rules.closesAt)}`
