import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import type { NoticeFacts } from '../shared/index.ts'

type Row = { stage: string; publishedOn: string; endedOn: string | null; names: string[]; openObjections: number }

/** The organiser's own notices of the campaign that were issued; an item's key is the nomination's id. */
export const organiserNotices = async (db: Db, campaign: Campaign): Promise<NoticeFacts[]> => {
  const { rows } = await sql<Row>`
    select n.stage, n.published_on as "publishedOn",
      to_char(n.withdrawn_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "endedOn",
      array(select jsonb_path_query(n.content, '$.sections[*].items[*].key') #>> '{}') as names,
      (select count(*)::int from publicity.objection o
        where o.notice_id = n.id and o.state <> 'concluded') as "openObjections"
    from publicity.notice n
    where n.module = 'selection' and n.matter_id = ${campaign.id} and n.kind = 'publicity' and n.state = 'issued'
    order by n.published_on`.execute(db)
  return rows.map(({ stage: key, endedOn, ...notice }) => {
    const stage = campaign.plan.stages.find(each => each.key === key)
    const where = stage?.kind === 'publicise' ? stage : undefined
    return {
      ...notice,
      medium: where?.media[0] ?? '',
      mediaLevel: where?.mediaLevels[0] ?? '',
      ...(endedOn && { endedOn }),
    }
  })
}
