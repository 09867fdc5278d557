import { type Db, sql } from '#platform/db/index.ts'
import type { EarlierHonour, NoticeFacts, OpinionFacts, SameIdentity } from '../shared/index.ts'

type Known = {
  notices: NoticeFacts[]
  opinions: OpinionFacts[]
  earlierHonours: EarlierHonour[]
  sameIdentity: SameIdentity[]
}

/** What only the server knows of each nomination, in four queries however many there are. */
export const knownOf = async (db: Db, ids: number[]): Promise<Map<number, Known>> => {
  const [notices, opinions, honours, same] = [
    await localNotices(db, ids),
    await opinionsOn(db, ids),
    await honoursOf(db, ids),
    await sameIdentities(db, ids),
  ]
  return new Map(
    ids.map(id => [
      id,
      {
        notices: notices.filter(({ names }) => names.includes(String(id))),
        opinions: (opinions.get(id) ?? []).map(({ id: _, ...opinion }) => opinion),
        earlierHonours: (honours.get(id) ?? []).map(({ id: _, ...honour }) => honour),
        sameIdentity: (same.get(id) ?? []).map(({ id: _, ...other }) => other),
      },
    ]),
  )
}

const localNotices = async (db: Db, ids: number[]): Promise<NoticeFacts[]> => {
  const { rows } = await sql<{
    medium: string
    media_level: string
    published_on: string
    ended_on: string | null
    names: string[]
  }>`
    select medium, media_level, published_on, ended_on, nomination_ids::text[] as names
    from selection.local_notice where nomination_ids && ${ids}::bigint[] order by published_on`.execute(db)
  return rows.map(row => ({
    medium: row.medium,
    mediaLevel: row.media_level,
    publishedOn: row.published_on,
    ...(row.ended_on && { endedOn: row.ended_on }),
    names: row.names,
    openObjections: 0,
  }))
}

type OfNomination = { id: number }

const opinionsOn = async (db: Db, ids: number[]) => {
  const { rows } = await sql<OfNomination & OpinionFacts>`
    select o.nomination_id as id, r.department,
      case when r.submission_id is null then 'organiser' else 'unit' end as level,
      o.opinion as outcome, to_char(o.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "sealedOn",
      o.conclusion_reason as conclusion
    from selection.vet_opinion o join selection.vet_request r on r.id = o.request_id
    where o.nomination_id = any(${ids}::bigint[]) order by r.id`.execute(db)
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

const sameIdentities = async (db: Db, ids: number[]) => {
  const { rows } = await sql<OfNomination & SameIdentity>`
    select m.id, o.id::text as nomination, o.category, '' as "categoryName", u.name as "unitName"
    from selection.nomination m
    join selection.nomination o on o.campaign_id = m.campaign_id and o.identity_key = m.identity_key and o.id <> m.id
      and o.state <> 'removed'
    join units.unit u on u.id = o.unit_id
    where m.id = any(${ids}::bigint[]) and m.identity_key is not null order by o.id`.execute(db)
  return byNomination(rows)
}

const byNomination = <T extends OfNomination>(rows: T[]) => Map.groupBy(rows, row => row.id)

const withoutNulls = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
