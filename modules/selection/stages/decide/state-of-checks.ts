import { noticesOf } from '#kernel/publicity/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../../load.ts'

type Vetted = { id: number; asked: number; answered: number; objected: number; stopped: number; open: number }

/** What a list for a meeting says of the departments' opinions: never a reason. */
export const vettingByName = async (db: Db, campaignId: number, ids: number[]): Promise<Map<number, string>> => {
  const { rows } = await sql<Vetted>`
    select o.nomination_id as id, count(*)::int as asked, count(o.opinion)::int as answered,
      count(*) filter (where o.opinion = 'objection')::int as objected,
      count(*) filter (where o.conclusion = 'stop')::int as stopped,
      count(*) filter (where o.opinion = 'objection' and o.conclusion is null)::int as open
    from selection.vet_opinion o join selection.vet_request q on q.id = o.request_id
    join selection.stage_run r on r.id = q.stage_run_id
    where r.campaign_id = ${campaignId} and o.nomination_id = any(${ids}::bigint[]) group by 1`.execute(db)
  return new Map(rows.map(row => [row.id, wordsOf(row)]))
}

const wordsOf = ({ asked, answered, objected, stopped, open }: Vetted): string => {
  if (open > 0) return '有异议，待结论'
  if (stopped > 0) return '暂不宜推荐'
  if (answered < asked) return `已回复${answered}/${asked}`
  return objected > 0 ? '已有结论，可继续' : '无异议'
}

/** How far each department is, over all levels. */
export const vettingByDepartment = async (db: Db, { id, plan }: Pick<Campaign, 'id' | 'plan'>) => {
  const { rows } = await sql<{ department: string; asked: number; answered: number; objected: number }>`
    select q.department, count(*)::int as asked, count(o.opinion)::int as answered,
      count(*) filter (where o.opinion = 'objection')::int as objected
    from selection.vet_opinion o join selection.vet_request q on q.id = o.request_id
    join selection.stage_run r on r.id = q.stage_run_id
    where r.campaign_id = ${id} group by 1 order by min(q.id)`.execute(db)
  return rows.map(({ department, ...counts }) => ({
    name: plan.departments.find(({ key }) => key === department)?.name ?? department,
    ...counts,
  }))
}

/** Objections to each name in the organiser's lists: how many and whether they are concluded, nothing else. */
export const objectionsByName = async (db: Db, campaignId: number): Promise<Map<number, string>> => {
  const { rows } = await sql<{ key: string; n: number; open: number }>`
    select o.item_key as key, count(*)::int as n, count(*) filter (where o.state <> 'concluded')::int as open
    from publicity.objection o join publicity.notice n on n.id = o.notice_id
    where n.module = 'selection' and n.matter_id = ${campaignId} and o.item_key is not null group by 1`.execute(db)
  return new Map(
    rows.map(({ key, n, open }) => [Number(key), open > 0 ? `${n}件，${open}件未办结` : `${n}件，均已办结`]),
  )
}

/** The organiser's lists that stood in public, with how many objections came. */
export const publicityOf = async (db: Db, campaignId: number) => {
  const notices = await noticesOf(db, 'selection', campaignId)
  const { rows } = await sql<{ id: number; n: number }>`
    select n.id, count(o.id)::int as n from publicity.notice n left join publicity.objection o on o.notice_id = n.id
    where n.module = 'selection' and n.matter_id = ${campaignId} group by 1`.execute(db)
  return notices
    .filter(({ kind, publishedOn }) => kind === 'publicity' && publishedOn !== null)
    .map(({ id, title, version, publishedOn, lastDay, status, openObjections }) => ({
      title: version > 1 ? `${title}（第${version}版）` : title,
      publishedOn: publishedOn!,
      lastDay,
      status,
      objections: rows.find(row => row.id === id)?.n ?? 0,
      open: openObjections,
    }))
}
