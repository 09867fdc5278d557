import { type Election, findByMatter } from '#modules/ballot/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'

const prefix = 'selection:'

/** How the ballot module knows the stage that asked for a vote. */
export const matterOf = ({ id }: Pick<StageRun, 'id'>): string => `${prefix}${id}`

/** The vote that this platform holds for the stage, if it holds one. */
export const electionOf = (db: Db, run: StageRun): Promise<Election | undefined> => findByMatter(db, matterOf(run))

/** The stage that asked for a vote. */
export const stageOf = async (db: Db, { matter }: Election): Promise<StageRun | undefined> => {
  if (!matter?.startsWith(prefix)) return undefined
  const { rows } = await sql<{ campaignId: number; stage: string }>`
    select campaign_id as "campaignId", stage from selection.stage_run
    where id = ${Number(matter.slice(prefix.length))}`.execute(db)
  return rows[0] && loadStageRun(db, rows[0].campaignId, rows[0].stage)
}
