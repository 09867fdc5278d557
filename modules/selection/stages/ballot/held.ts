import { commentsOn, type Election, findByMatter } from '#modules/ballot/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { loadStageRun, type StageRun } from '../../load.ts'

const prefix = 'selection:'

/** How the ballot module knows the stage that asked for a vote. */
export const matterOf = ({ id }: Pick<StageRun, 'id'>): string => `${prefix}${id}`

/** The vote that this platform holds for the stage, if it holds one. */
export const electionOf = (db: Db, run: StageRun): Promise<Election | undefined> => findByMatter(db, matterOf(run))

/** What residents said of a nominee in the votes that this platform held for the campaign, as far as it was let through. */
export const saidOf = async (db: Db, campaignId: number, nominationId: number): Promise<string[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.stage_run where campaign_id = ${campaignId} order by id`.execute(db)
  const said: string[] = []
  for (const run of rows) {
    const election = await findByMatter(db, matterOf(run))
    if (election) said.push(...(await commentsOn(db, election, nominationId)))
  }
  return said
}

/** The stage that asked for a vote. */
export const stageOf = async (db: Db, { matter }: Election): Promise<StageRun | undefined> => {
  if (!matter?.startsWith(prefix)) return undefined
  const { rows } = await sql<{ campaignId: number; stage: string }>`
    select campaign_id as "campaignId", stage from selection.stage_run
    where id = ${Number(matter.slice(prefix.length))}`.execute(db)
  return rows[0] && loadStageRun(db, rows[0].campaignId, rows[0].stage)
}
