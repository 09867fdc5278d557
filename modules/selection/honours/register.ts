import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { givenStrokes, inOfficialOrder, type ListOrder, type OrderedSection } from '../campaign/official-order.ts'
import { type Judgement, judge, poolOf, requireOpenStage } from '../campaign/pool.ts'
import { publicLines } from '../campaign/public-line.ts'
import type { StageRun } from '../load.ts'
import { mainStages, type Plan, type PlanCategory, type StageOf } from '../shared/index.ts'
import { defaultPattern, nextNumbers, stemOf } from './number.ts'

export type CommendRun = StageRun & { stage: StageOf<'commend'> }

/** The order in which the names stood in public last; without such a list, that of the units. */
export const listOrderOf = (plan: Plan): ListOrder => {
  const publicised = mainStages(plan).findLast(stage => stage.kind === 'publicise')
  return publicised?.kind === 'publicise' ? publicised.order : 'units'
}

/** Everyone the decision let through, as the list prints them. */
export const winnersInOrder = async (db: Db, run: StageRun) => {
  const entries = (await poolOf(db, run.id)).filter(({ outcome }) => outcome === 'pending' || outcome === 'pass')
  const { plan, id } = run.campaign
  return inOfficialOrder(plan, entries, listOrderOf(plan), await givenStrokes(db, id))
}

const levels = { province: '省级', city: '市级', county: '县级', township: '乡级' } as const

/**
 * Enters everyone who passed into the register, numbered by the plan's pattern without a gap. Who stands there already
 * keeps the number, so that a second click changes nothing.
 * @returns how many were entered
 * @throws Problem `stage.closed`, 422 `names.strokes-unknown`
 */
export const registerHonours = async (tx: Tx, actor: Actor, run: CommendRun, grantedOn: string): Promise<number> => {
  requireOpenStage(run)
  const { sections, unknown } = await winnersInOrder(tx, run)
  if (unknown.length > 0)
    throw refuse('names.strokes-unknown', '有的字不在笔画表中，请先填写笔顺。', {
      status: 422,
      findings: unknown.map(each => ({ path: `strokes.${each.character}`, severity: 'block', message: each.advice })),
    })
  await sql`select pg_advisory_xact_lock(hashtext(${`honour ${run.stage.register}`}))`.execute(tx)
  const judgements: Judgement[] = []
  for (const section of sections) judgements.push(...(await enterSection(tx, run, section, grantedOn)))
  if (judgements.length > 0) await judge(tx, actor, run, judgements)
  await record(tx, actor, {
    action: 'selection.honour.register',
    subjectKind: 'campaign',
    subjectId: run.campaign.id,
    detail: { register: run.stage.register, entered: judgements.length },
  })
  return judgements.length
}

const enterSection = async (tx: Tx, run: CommendRun, section: OrderedSection, grantedOn: string) => {
  const { plan, id: campaignId } = run.campaign
  const { category } = section
  const { rows: held } = await sql<{ nominationId: number }>`
    select nomination_id as "nominationId" from selection.honour
    where campaign_id = ${campaignId} and category = ${category.key}`.execute(tx)
  const left = section.entries.filter(entry => !held.some(({ nominationId }) => nominationId === entry.nominationId))
  const lines = await publicLines(
    tx,
    plan,
    left.map(({ nominationId }) => nominationId),
  )
  const judgements: Judgement[] = []
  for (const [n, { nominationId }] of left.entries()) {
    const line = lines.get(nominationId)!
    const number = await nextNumber(tx, run, { category: wordOf(category), unit: line.recommender })
    await sql`
      insert into selection.honour (register, number, seq, category, title, year, level, subject, name, unit_name,
        identity_key, campaign_id, nomination_id, granted_on)
      select ${run.stage.register}, ${number}, ${held.length + n + 1}, ${category.key}, ${category.name}, ${plan.year},
        ${levels[plan.administrative]}, ${category.subject}, ${line.name}, ${line.unit}, m.identity_key, ${campaignId},
        m.id, ${grantedOn}
      from selection.nomination m where m.id = ${nominationId}`.execute(tx)
    judgements.push({ nominationId, outcome: 'pass', evidence: { honour: number } })
  }
  return judgements
}

/** The category as a certificate says it, without quotation marks and brackets. */
const wordOf = ({ shortName, name }: PlanCategory) => (shortName ?? name).replace(/[“”‘’「」]|（.*?）/gu, '')

const nextNumber = async (tx: Tx, { stage, campaign }: CommendRun, parts: { category: string; unit: string }) => {
  const stem = stemOf(stage.numbering ?? defaultPattern, { year: campaign.plan.year, ...parts })
  const { rows } = await sql<{ number: string }>`
    select number from selection.honour
    where register = ${stage.register} and starts_with(number, ${stem.split('{n}')[0]!})`.execute(tx)
  const taken = rows.map(({ number }) => number)
  return nextNumbers(stem, taken, 1)[0]!
}
