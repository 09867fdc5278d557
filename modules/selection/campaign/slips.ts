import { registerSlipMatter } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

/** What the slips of selection open: a department's request for opinions, an expert's seat on a panel. */
registerSlipMatter('vet', async (db, requestId) =>
  matter(await campaignOf(db, sql`selection.vet_request`, requestId), `/vet/${requestId}`),
)
registerSlipMatter('review', async (db, expertId) =>
  matter(await campaignOf(db, sql`selection.expert`, expertId), `/selection/review-seats/${expertId}`),
)

const matter = (campaign: string | undefined, path: string) => (campaign ? { title: `“${campaign}”`, path } : undefined)

const campaignOf = async (db: Db, table: ReturnType<typeof sql>, id: number): Promise<string | undefined> => {
  const { rows } = await sql<{ title: string }>`
    select c.title from ${table} t join selection.stage_run r on r.id = t.stage_run_id
    join selection.campaign c on c.id = r.campaign_id where t.id = ${id}`.execute(db)
  return rows[0]?.title
}
