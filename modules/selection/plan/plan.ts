import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { MAIN_FILE, type Plan, type PlanFault, type PlanSources, planHash, readPlan } from '../shared/index.ts'

export type PlanDraft = {
  id: number
  slug: string
  title: string
  unitId: number
  unitPath: string
  sources: PlanSources
  revision: number
}

export const loadPlan = async (db: Tx, id: number): Promise<PlanDraft | undefined> => {
  const lock = db.isTransaction ? sql`for update of p` : sql``
  const { rows } = await sql<PlanDraft>`
    select p.id, p.slug, p.title, p.unit_id as "unitId", u.path as "unitPath", p.sources, p.revision
    from selection.plan p join units.unit u on u.id = p.unit_id where p.id = ${id} ${lock}`.execute(db)
  return rows[0]
}

/**
 * Starts a draft from a shipped plan, last year's, or another's files.
 * @throws Problem `plan.exists` when the id is taken
 */
export const addPlan = async (
  tx: Tx,
  actor: Actor,
  draft: { sources: PlanSources; basedOn: string | null },
): Promise<number> => {
  const { id: slug, title } = headOf(draft.sources)
  const { rows } = await sql<{ id: number }>`
    insert into selection.plan (slug, title, unit_id, sources, based_on, created_by)
    values (${slug}, ${title}, ${actor.unitId}, ${JSON.stringify(draft.sources)}::jsonb, ${draft.basedOn}, ${actor.accountId})
    on conflict (slug) do nothing returning id`.execute(tx)
  const id = rows[0]?.id
  if (!id) throw taken(slug)
  await record(tx, actor, { action: 'selection.plan.add', subjectKind: 'plan', subjectId: id, detail: { slug } })
  return id
}

const taken = (slug: string) =>
  refuse('plan.exists', `已有代号为“${slug}”的方案，请打开它继续编辑，或换一个代号。`, { status: 409 })

/** Id and title of a draft, readable also while the plan does not check. */
const headOf = (sources: PlanSources): { id: string; title: string } => {
  const main = sources[MAIN_FILE] ?? ''
  const line = (key: string) => main.match(new RegExp(`^${key}:\\s*['"]?([^\\n'"]+)`, 'm'))?.[1]?.trim()
  return { id: line('id') ?? 'plan', title: line('title') ?? '未命名方案' }
}

/**
 * Saves a draft's files, whatever is in them.
 * @throws Problem `version.conflict`
 */
export const savePlan = async (
  tx: Tx,
  plan: PlanDraft,
  given: { revision: number; sources: PlanSources },
): Promise<number> => {
  if (given.revision !== plan.revision)
    throw refuse('version.conflict', '方案刚刚被另一人保存，请比较后再保存。', { current: plan })
  await sql`update selection.plan set sources = ${JSON.stringify(given.sources)}::jsonb, revision = revision + 1,
    title = ${headOf(given.sources).title}, updated_at = app.now() where id = ${plan.id}`.execute(tx)
  return plan.revision + 1
}

/**
 * Publishes a draft: it must check, and is then frozen by hash as the next version with its reason.
 * @throws Problem `plan.faulty` with every fault and its line, `version.conflict`, `plan.unchanged`, `plan.renamed`, `plan.exists`
 */
export const publishPlan = async (tx: Tx, actor: Actor, draft: PlanDraft, reason: string, seen?: string) => {
  const { plan, faults } = readPlan(draft.sources, await loadCalendar(tx))
  if (!plan) throw faulty(faults)
  const hash = await hashOf(plan)
  if (seen !== undefined && seen !== hash)
    throw refuse('version.conflict', '方案刚刚被另一人改动，请重新打开核对后再发布。', { current: draft })
  const last = await lastVersion(tx, draft.id)
  if (last?.hash === hash)
    throw refuse('plan.unchanged', `内容与第${last.version}版相同，不必再发布。`, { status: 409 })
  await settleSlug(tx, draft, plan.id, last !== undefined)
  const { rows } = await sql<{ id: number; version: number }>`
    insert into selection.plan_version (plan_id, version, sources, content, hash, reason, published_by)
    values (${draft.id}, ${(last?.version ?? 0) + 1}, ${JSON.stringify(draft.sources)}::jsonb,
      ${JSON.stringify(plan)}::jsonb, ${hash}, ${reason}, ${actor.accountId}) returning id, version`.execute(tx)
  const published = rows[0]!
  await record(tx, actor, {
    action: 'selection.plan.publish',
    subjectKind: 'plan',
    subjectId: draft.id,
    detail: { version: published.version, hash, reason },
  })
  return { ...published, hash, slug: plan.id }
}

/** What an incomplete or contradictory plan is refused with: every fault, at its file and line. */
export const faulty = (faults: readonly PlanFault[]) =>
  refuse('plan.faulty', `方案有${faults.length}处问题，改好后才能发布。`, {
    status: 422,
    findings: faults.map(fault => ({
      path: `${fault.file}:${fault.line}`,
      severity: 'block',
      message: `${fault.message}。${fault.advice}`,
    })),
  })

/** SHA-256 of the plan in canonical JSON, hex. */
export const hashOf = (plan: Plan): Promise<string> =>
  planHash(plan, bytes => createHash('sha256').update(bytes).digest('hex'))

const lastVersion = async (tx: Tx, planId: number) => {
  const { rows } = await sql<{ version: number; hash: string }>`
    select version, hash from selection.plan_version where plan_id = ${planId} order by version desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** The first version settles the plan's id; campaigns, registers and other plans name it by that from then on. */
const settleSlug = async (tx: Tx, draft: PlanDraft, slug: string, published: boolean) => {
  if (slug === draft.slug) return
  if (published) throw refuse('plan.renamed', `已发布过的方案不能改代号，请改回“${draft.slug}”。`, { status: 409 })
  const { rows } = await sql`select 1 from selection.plan where slug = ${slug}`.execute(tx)
  if (rows.length > 0) throw taken(slug)
  await sql`update selection.plan set slug = ${slug} where id = ${draft.id}`.execute(tx)
}
