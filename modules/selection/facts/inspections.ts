import { type Db, sql } from '#platform/db/index.ts'
import type { Articles, InspectionFacts } from '../shared/index.ts'

/** One candidate's inspection: the facts rules look at, and the texts written, by material key. */
export type InspectionRow = { facts: InspectionFacts; articles: Articles }

type Row = {
  id: string
  team: InspectionFacts['team']
  visitedOn: string | null
  branch: string | null
  material: Articles
}

/** The candidates' inspections, by nomination id. */
export const inspectionsOf = async (db: Db, campaignId: number, ids: number[]): Promise<Map<string, InspectionRow>> => {
  const { rows } = await sql<Row>`
    select i.nomination_id::text as id, i.team, i.visited_on as "visitedOn", i.branch, i.material
    from selection.inspection i join selection.stage_run r on r.id = i.stage_run_id
    where r.campaign_id = ${campaignId} and i.nomination_id = any(${ids}::bigint[])`.execute(db)
  return new Map(
    rows.map(({ id, team, visitedOn, branch, material }) => [
      id,
      {
        facts: { team, ...(visitedOn && { visitedOn }), ...(branch && { candidateBranch: branch }) },
        articles: material,
      },
    ]),
  )
}
