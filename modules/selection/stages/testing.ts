import type { Actor } from '#kernel/access/index.ts'
import type { TestClient } from '#kernel/access/testing.ts'
import { approveNotice, issueNotice, sendNotice } from '#kernel/publicity/shared/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { openStage } from '../campaign/advance.ts'
import { loadStageRun } from '../load.ts'
import { testCampaign } from '../testing.ts'

export type Nominee = { name: string; category: string; answers?: Record<string, unknown>; unit?: number }

const machine: Actor = {
  ...{ kind: 'account', id: 'test', name: '测试', accountId: null, postId: null, postTitle: '' },
  ...{ unitId: null, unitName: '', unitPath: '', roles: [] },
}

/**
 * A campaign on a shipped plan that has come to a stage: nominees received, earlier stages over, this one open.
 * Also the three people of a notice and the officer of objections, at the organiser's.
 */
export const campaignAt = async (
  db: Db,
  { nominees, stage, ...options }: { plan: string; today: string; stage: string; nominees: Nominee[] },
) => {
  const campaign = await testCampaign(db, options)
  const { server, campaignId, organiserId, organiser } = campaign
  const ids: number[] = []
  for (const nominee of nominees) ids.push(await addNominee(db, campaignId, nominee))
  await goTo(db, campaignId, stage, ids)
  const at = (role: 'checker' | 'issuer' | 'objection-officer') =>
    server.signedIn({ unitId: organiserId, roles: [role], name: role })
  const people = { checker: await at('checker'), issuer: await at('issuer'), officer: await at('objection-officer') }
  const issue = async (id: number, writer: TestClient = organiser) => {
    const body = { secrecyChecked: true as const }
    await writer.call(sendNotice, { params: { id }, body })
    await people.checker.call(approveNotice, { params: { id }, body })
    await people.issuer.call(issueNotice, { params: { id }, body: {} })
  }
  return { ...campaign, ...people, ids, issue, goTo: (key: string) => goTo(db, campaignId, key, ids) }
}

const addNominee = async (db: Db, campaignId: number, { name, category, answers = {}, unit = 0 }: Nominee) => {
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

const goTo = (db: Db, campaignId: number, key: string, ids: number[]) =>
  inTransaction(db, async tx => {
    const run = (await loadStageRun(tx, campaignId, key))!
    await sql`update selection.stage_run set state = 'closed'
      where campaign_id = ${campaignId} and seq < ${run.seq}`.execute(tx)
    await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category)
      select ${run.id}, id, category from selection.nomination where id = any(${ids}::bigint[])`.execute(tx)
    await openStage(tx, machine, run)
  })
