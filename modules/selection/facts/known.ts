import { type Db, sql, together } from '#platform/db/index.ts'
import type { EarlierHonour, NoticeFacts, OpinionFacts, Plan, SameIdentity } from '../shared/index.ts'

type Known = {
  notices: NoticeFacts[]
  opinions: OpinionFacts[]
  earlierHonours: EarlierHonour[]
  sameIdentity: SameIdentity[]
}

/** A nomination as far as what is known of it depends on it. */
export type KnownSubject = { id: number; campaignId: number; submissionId: number }

/**
 * What only the server knows of each nomination, in a number of queries that does not grow with them. Words of an
 * objection are left out: findings are shown to many, reasons to named officers alone.
 */
export const knownOf = async (db: Db, plan: Plan, subjects: KnownSubject[]): Promise<Map<number, Known>> => {
  const ids = subjects.map(({ id }) => id)
  const [notices, opinions, honours, same, objections] = await together(db, db =>
    Promise.all([
      localNotices(db, subjects),
      opinionsOn(db, ids),
      honoursOf(db, ids),
      sameIdentities(db, plan, ids),
      objectionsTo(db, subjects),
    ]),
  )
  return new Map(
    subjects.map(({ id, submissionId }) => [
      id,
      {
        notices: withObjections(notices, { id, submissionId }, objections.get(String(id)) ?? 0),
        opinions: (opinions.get(id) ?? []).map(({ id: _, ...opinion }) => opinion),
        earlierHonours: (honours.get(id) ?? []).map(({ id: _, ...honour }) => honour),
        sameIdentity: (same.get(id) ?? []).map(({ id: _, ...other }) => other),
      },
    ]),
  )
}

type LocalNotice = { submissionId: number; notice: NoticeFacts }

/** All notices of the units that hold these nominations now, and those of units below in which one was named. */
const localNotices = async (db: Db, subjects: KnownSubject[]): Promise<LocalNotice[]> => {
  const ids = subjects.map(({ id }) => id)
  const submissionIds = [...new Set(subjects.map(({ submissionId }) => submissionId))]
  const { rows } = await sql<{
    submissionId: number
    medium: string
    media_level: string
    published_on: string
    ended_on: string | null
    names: string[]
  }>`
    select submission_id as "submissionId", medium, media_level, published_on, ended_on, nomination_ids::text[] as names
    from selection.local_notice
    where submission_id = any(${submissionIds}::bigint[]) or nomination_ids && ${ids}::bigint[]
    order by published_on, id`.execute(db)
  return rows.map(row => ({
    submissionId: row.submissionId,
    notice: {
      medium: row.medium,
      mediaLevel: row.media_level,
      publishedOn: row.published_on,
      ...(row.ended_on && { endedOn: row.ended_on }),
      names: row.names,
      openObjections: 0,
    },
  }))
}

/** A name's notices; objections to it stand with the first that names it. */
const withObjections = (all: LocalNotice[], of: { id: number; submissionId: number }, open: number): NoticeFacts[] => {
  const id = String(of.id)
  const own = all.filter(({ submissionId, notice }) => submissionId === of.submissionId || notice.names.includes(id))
  const first = own.findIndex(({ notice }) => notice.names.includes(id))
  return own.map(({ notice }, index) => (open > 0 && index === first ? { ...notice, openObjections: open } : notice))
}

/** Open objections to the organiser's notices, by nomination id: an item's key there. */
const objectionsTo = async (db: Db, subjects: KnownSubject[]): Promise<Map<string, number>> => {
  const campaignIds = [...new Set(subjects.map(({ campaignId }) => campaignId))]
  const { rows } = await sql<{ key: string; n: number }>`
    select o.item_key as key, count(*)::int as n
    from publicity.notice n join publicity.objection o on o.notice_id = n.id and o.state <> 'concluded'
    where n.module = 'selection' and n.matter_id = any(${campaignIds}::bigint[]) and o.item_key is not null
    group by 1`.execute(db)
  return new Map(rows.map(({ key, n }) => [key, n]))
}

type OfNomination = { id: number }

const opinionsOn = async (db: Db, ids: number[]) => {
  const { rows } = await sql<OfNomination & OpinionFacts>`
    select o.nomination_id as id, r.department,
      case when r.submission_id is null then 'organiser' else 'unit' end as level,
      o.opinion as outcome,
      coalesce(o.sealed_on::text, to_char(o.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) as "sealedOn",
      o.conclusion_reason as conclusion
    from selection.vet_opinion o
    join selection.vet_request r on r.id = o.request_id
    join selection.nomination m on m.id = o.nomination_id
    where o.nomination_id = any(${ids}::bigint[]) and o.at is not null
    order by (r.submission_id is not distinct from m.submission_id) desc, r.id desc`.execute(db)
  return byNomination(rows.map(withoutNulls))
}

const honoursOf = async (db: Db, ids: number[]) => {
  const { rows } = await sql<OfNomination & EarlierHonour>`
    select m.id, h.register, h.title as honour, h.year,
      case when h.identity_key is not null and h.identity_key = m.identity_key then 'identity' else 'name' end as match
    from selection.nomination m join selection.honour h
      on h.state = 'valid' and h.campaign_id is distinct from m.campaign_id
        and (h.identity_key = m.identity_key or (h.name = m.name and m.name <> ''))
    where m.id = any(${ids}::bigint[]) order by h.year desc, h.id`.execute(db)
  return byNomination(rows)
}

const sameIdentities = async (db: Db, plan: Plan, ids: number[]) => {
  const { rows } = await sql<OfNomination & SameIdentity>`
    select m.id, o.id::text as nomination, o.category, '' as "categoryName", u.name as "unitName"
    from selection.nomination m
    join selection.nomination o on o.campaign_id = m.campaign_id and o.identity_key = m.identity_key and o.id <> m.id
      and o.state <> 'removed'
    join units.unit u on u.id = o.unit_id
    where m.id = any(${ids}::bigint[]) and m.identity_key is not null order by o.id`.execute(db)
  const nameOf = (key: string) => plan.categories.find(each => each.key === key)?.name ?? key
  return byNomination(rows.map(row => ({ ...row, categoryName: nameOf(row.category) })))
}

const byNomination = <T extends OfNomination>(rows: T[]) => Map.groupBy(rows, row => row.id)

const withoutNulls = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
