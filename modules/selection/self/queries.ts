import { findFiles, grantReading } from '#kernel/files/index.ts'
import { answerText, fieldsOf } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import { categoryOf } from '../plan/lookup.ts'
import { type Plan, recommendStage } from '../shared/index.ts'
import { dealsWith, loadSelf, type SelfRecommendation } from './load.ts'
import { keptFor } from './receive.ts'

const PAGE = 50

type Row = SelfRecommendation & {
  byOther: boolean
  name: string
  reason: string
  senderName: string
  senderPhone: string
  evidence: number[]
  publicReason: string | null
  receivedAt: string
  nominationId: number | null
}

type Held = { campaignId: number; submissionId: number | null; plan: Plan }

/** What lies with a unit, or with the organiser: undecided ones first. */
export const selfHeldBy = async (db: Db, { campaignId, submissionId, plan }: Held, after?: string) => {
  const [decided = -1, id = 0] = (after?.split('.') ?? []).map(Number)
  const { rows } = await sql<Row>`
    select id, category, answers, state, by_other as "byOther", name, reason, sender_name as "senderName",
      sender_phone as "senderPhone", evidence, public_reason as "publicReason", received_at as "receivedAt",
      nomination_id as "nominationId"
    from selection.self_recommendation
    where campaign_id = ${campaignId} and submission_id is not distinct from ${submissionId}::bigint
      and ((state <> 'received')::int, id) > (${decided}, ${id})
    order by (state <> 'received')::int, id limit ${PAGE + 1}`.execute(db)
  const shown = rows.slice(0, PAGE)
  const files = await findFiles(
    db,
    shown.flatMap(row => row.evidence),
  )
  const end = shown.at(-1)
  return {
    rows: shown.map(row => present(row, plan, files)),
    next: rows.length > PAGE && end ? `${end.state === 'received' ? 0 : 1}.${end.id}` : null,
  }
}

const present = (row: Row, plan: Plan, files: Awaited<ReturnType<typeof findFiles>>) => {
  const { answers, category, evidence, ...shown } = row
  const form = plan.forms[recommendStage(plan)!.selfRecommendation!.form]!
  return {
    ...shown,
    category: categoryOf(plan, category).name,
    answers: fieldsOf(form)
      .map(field => ({ label: field.label, text: answerText(field, answers[field.key]) }))
      .filter(({ text }) => text !== '' && text !== row.name),
    files: files.filter(({ id }) => evidence.includes(id)).map(({ key, name }) => ({ key, name })),
  }
}

/** Units to which the organiser may hand one on. */
export const unitsToPassTo = async (db: Db, { id }: Campaign) => {
  const { rows } = await sql<{ submissionId: number; name: string }>`
    select s.id as "submissionId", u.name from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${id} order by s.unit_order, s.id`.execute(db)
  return rows
}

export type PublicState = { campaignTitle: string; receivedAt: string; state: string; reason: string | null }

/** Where a receipt stands, for whoever has it: never a name, never the words. */
export const lookUpSelf = async (db: Db, receipt: string): Promise<PublicState | undefined> => {
  const { rows } = await sql<Omit<PublicState, 'state'> & { state: Row['state']; unitName: string | null }>`
    select c.title as "campaignTitle", r.received_at as "receivedAt", r.state, r.public_reason as reason,
      u.name as "unitName"
    from selection.self_recommendation r join selection.campaign c on c.id = r.campaign_id
    left join selection.submission s on s.id = r.submission_id left join units.unit u on u.id = s.unit_id
    where r.receipt = ${receipt}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { unitName, state, ...found } = row
  const waiting = unitName ? `已转${unitName}` : '已收到'
  return { ...found, state: { received: waiting, adopted: '已列为推荐对象', declined: '未采纳' }[state] }
}

/** Evidence is read by whoever deals with the recommendation. */
grantReading(async (db, actor, file) => {
  if (file.keptFor !== keptFor) return false
  const { rows } = await sql<{ id: number }>`
    select id from selection.self_recommendation where evidence @> array[${file.id}]::bigint[]`.execute(db)
  const self = rows[0] && (await loadSelf(db, rows[0].id))
  return self !== undefined && dealsWith(actor, self)
})
