import type { Actor } from '#kernel/access/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { openStage } from './campaign/advance.ts'
import { passOn } from './campaign/pool.ts'
import { loadCampaign, loadStageRun } from './load.ts'
import { sampleNominee } from './sample/index.ts'
import { mainStages, type Plan } from './shared/index.ts'
import type { testCampaign } from './testing.ts'

type TestCampaign = Awaited<ReturnType<typeof testCampaign>>

/** Whom a test's campaign has before it: the first units of the plan, each with so many nominees in each category. */
export type Cast = { units: number; perCategory: Record<string, number> }

/**
 * Brings a campaign to a stage at once: units have handed in made-up nominees and were received, everything before is
 * closed with everyone passed, the stage is open. What each stage does on the way is tested at that stage.
 */
export const bringTo = async (db: Db, campaign: TestCampaign, stage: string, cast: Cast) =>
  inTransaction(db, async tx => {
    const { plan } = (await loadCampaign(tx, campaign.campaignId))!
    const nominees = await addCast(tx, campaign.campaignId, plan, cast)
    const runs = mainStages(plan)
    const before = runs[runs.findIndex(({ key }) => key === stage) - 1]!
    const at = (await loadStageRun(tx, campaign.campaignId, stage))!
    await sql`update selection.stage_run set state = 'closed', opened_at = app.now(), closed_at = app.now()
      where campaign_id = ${campaign.campaignId} and seq < ${at.seq}`.execute(tx)
    await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome)
      select r.id, m.id, m.category, 'pass' from selection.stage_run r, selection.nomination m
      where r.campaign_id = ${campaign.campaignId} and r.seq < ${at.seq} and m.campaign_id = r.campaign_id
        and r.stage = any(${runs.map(({ key }) => key)}::text[])
      on conflict (stage_run_id, nomination_id) do update set outcome = 'pass'`.execute(tx)
    await passOn(tx, (await loadStageRun(tx, campaign.campaignId, before.key))!.id, at)
    await openStage(tx, testActor, at)
    return nominees
  })

/** A nominee of the cast. */
export type TestNominee = { id: number; name: string; category: string; unitName: string; submissionId: number }

const addCast = async (tx: Tx, campaignId: number, plan: Plan, { units, perCategory }: Cast) => {
  const { rows } = await sql<{ id: number; unitId: number; name: string; key: string; class: string; order: number }>`
    update selection.submission s set state = 'accepted', submitted_at = app.now(), accepted_at = app.now()
    from units.unit u where u.id = s.unit_id and s.campaign_id = ${campaignId} and s.unit_order <= ${units}
    returning s.id, u.id as "unitId", u.name, s.unit_key as key, s.unit_class as class, s.unit_order as order`.execute(
    tx,
  )
  const added: TestNominee[] = []
  for (const row of rows.sort((a, b) => a.order - b.order))
    for (const [category, count] of Object.entries(perCategory))
      for (let rank = 1; rank <= count; rank += 1)
        added.push(await addOne(tx, { campaignId, plan, row, category, rank, seed: added.length + 1 }))
  return added
}

type One = {
  campaignId: number
  plan: Plan
  row: { id: number; unitId: number; name: string; key: string; class: string; order: number }
  category: string
  rank: number
  seed: number
}

const addOne = async (tx: Tx, { campaignId, plan, row, category, rank, seed }: One): Promise<TestNominee> => {
  const planned = plan.units.find(({ key }) => key === row.key)!
  const unit = { name: row.name, class: row.class, recommender: planned.recommender ?? planned.fullName ?? row.name }
  const made = sampleNominee(plan, category, unit, { seed, today: plan.stages[0]!.dueBy! })
  const { id } = await tx
    .insertInto('selection.nomination')
    .values({
      campaign_id: campaignId,
      category,
      subject: plan.categories.find(({ key }) => key === category)!.subject,
      name: made.name,
      origin_unit_id: row.unitId,
      submission_id: row.id,
      unit_id: row.unitId,
      unit_order: row.order,
      rank,
      state: 'accepted',
      answers: JSON.stringify(made.answers),
      articles: JSON.stringify(made.articles),
      particulars: JSON.stringify(made.particulars),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name: made.name, category, unitName: row.name, submissionId: row.id }
}

const testActor: Actor = {
  kind: 'account',
  id: 'system',
  name: '系统',
  accountId: null,
  postId: null,
  postTitle: '',
  unitId: null,
  unitName: '',
  unitPath: '',
  roles: [],
}
