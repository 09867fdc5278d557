import type { Actor } from '#kernel/access/index.ts'
import { approveNotice, issueNotice, sendNotice } from '#kernel/publicity/shared/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { openStage } from './campaign/advance.ts'
import { passOn } from './campaign/pool.ts'
import { loadCampaign, loadStageRun } from './load.ts'
import { sampleNominee } from './sample/index.ts'
import { mainStages, type Plan } from './shared/index.ts'
import { testCampaign } from './testing.ts'

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
    await openAt(tx, campaign.campaignId, stage)
    return nominees
  })

/** Somebody whom a test looks at by name, put up by the unit that stands so far down in official order. */
export type NamedNominee = { name: string; category: string; answers?: Record<string, unknown>; unit?: number }

/**
 * A campaign of a shipped plan at a stage with the nominees named, and nothing more of them than is given. Also the
 * three people of a notice and the officer of objections, at the organiser's.
 */
export const campaignAt = async (
  db: Db,
  { nominees, stage, ...options }: { plan: string; today: string; stage: string; nominees: NamedNominee[] },
) => {
  const campaign = await testCampaign(db, options)
  const { server, campaignId, organiserId, organiser } = campaign
  const ids: number[] = []
  for (const nominee of nominees) ids.push(await addNamed(db, campaignId, nominee))
  const goTo = (key: string) => inTransaction(db, tx => openAt(tx, campaignId, key))
  await goTo(stage)
  const at = (role: 'checker' | 'issuer' | 'objection-officer') =>
    server.signedIn({ unitId: organiserId, roles: [role], name: role })
  const people = { checker: await at('checker'), issuer: await at('issuer'), officer: await at('objection-officer') }
  const issue = async (id: number, writer: TestCampaign['organiser'] = organiser) => {
    const body = { secrecyChecked: true as const }
    await writer.call(sendNotice, { params: { id }, body })
    await people.checker.call(approveNotice, { params: { id }, body })
    await people.issuer.call(issueNotice, { params: { id }, body: {} })
  }
  return { ...campaign, ...people, ids, issue, goTo }
}

/** Closes what comes before a stage with everyone passed, takes them over and opens it. */
const openAt = async (tx: Tx, campaignId: number, stage: string) => {
  const { plan } = (await loadCampaign(tx, campaignId))!
  const runs = mainStages(plan)
  const before = runs[runs.findIndex(({ key }) => key === stage) - 1]!
  const at = (await loadStageRun(tx, campaignId, stage))!
  await sql`update selection.stage_run set state = 'closed', opened_at = app.now(), closed_at = app.now()
    where campaign_id = ${campaignId} and seq < ${at.seq}`.execute(tx)
  await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome)
    select r.id, m.id, m.category, 'pass' from selection.stage_run r, selection.nomination m
    where r.campaign_id = ${campaignId} and r.seq < ${at.seq} and m.campaign_id = r.campaign_id
      and r.stage = any(${runs.map(({ key }) => key)}::text[])
    on conflict (stage_run_id, nomination_id) do update set outcome = 'pass'`.execute(tx)
  await passOn(tx, (await loadStageRun(tx, campaignId, before.key))!.id, at)
  await openStage(tx, testActor, at)
}

const addNamed = async (db: Db, campaignId: number, { name, category, answers = {}, unit = 0 }: NamedNominee) => {
  const { rows } = await sql<{ id: number }>`
    insert into selection.nomination (campaign_id, category, subject, name, origin_unit_id, submission_id, unit_id,
      unit_order, rank, state, answers)
    select s.campaign_id, ${category}, c ->> 'subject', ${name}, s.unit_id, s.id, s.unit_id, s.unit_order,
      (select count(*)::int + 1 from selection.nomination where submission_id = s.id and category = ${category}),
      'accepted', ${JSON.stringify({ name, ...answers })}::jsonb
    from selection.submission s join selection.campaign p on p.id = s.campaign_id
    join selection.plan_version v on v.id = p.plan_version_id
    cross join lateral jsonb_array_elements(v.content -> 'categories') c
    where s.campaign_id = ${campaignId} and c ->> 'key' = ${category} and s.level = 0
    order by s.unit_order offset ${unit} limit 1 returning id`.execute(db)
  return rows[0]!.id
}

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
