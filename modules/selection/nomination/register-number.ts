import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { fieldsOf } from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Submission } from '../load.ts'
import { formOf } from '../plan/lookup.ts'
import { nextRegisterNumbers, recommendStage, registerStem } from '../shared/index.ts'

type Row = { id: number; category: string; unitOrder: number }

/**
 * 编号: whoever the organiser receives for the first time gets a number, in order of category and rank, printed in the
 * form's own cell. It stays for good, also when the list goes back and comes again, and is nobody else's afterwards.
 */
export const giveRegisterNumbers = async (tx: Tx, actor: Actor, submission: Submission): Promise<void> => {
  const numbers = recommendStage(submission.plan)?.registerNumbers
  if (!numbers) return
  await sql`select pg_advisory_xact_lock(hashtext(${`register ${submission.campaignId}`}))`.execute(tx)
  const { rows } = await sql<Row>`
    select id, category, unit_order as "unitOrder" from selection.nomination
    where submission_id = ${submission.id} and state = 'accepted' and register_no is null
    order by category_order, rank nulls last, id`.execute(tx)
  for (const [category, own] of Map.groupBy(rows, row => row.category)) {
    const given = await numbersFor(tx, submission, numbers.pattern, category, own)
    await writeNumbers(tx, own, given, hasField(submission, category, numbers.field) ? numbers.field : null)
  }
  if (rows.length > 0)
    await record(tx, actor, {
      action: 'selection.nomination.number',
      subjectKind: 'submission',
      subjectId: submission.id,
      detail: { given: rows.length },
    })
}

const hasField = ({ plan }: Submission, category: string, field: string) =>
  fieldsOf(formOf(plan, category)).some(({ key }) => key === field)

const numbersFor = async (tx: Tx, { plan, campaignId }: Submission, pattern: string, category: string, own: Row[]) => {
  const place = plan.categories.findIndex(({ key }) => key === category) + 1
  const stem = registerStem(pattern, { year: plan.year, category: place, unit: own[0]!.unitOrder })
  const { rows } = await sql<{ number: string }>`
    select register_no as number from selection.nomination
    where campaign_id = ${campaignId} and starts_with(register_no, ${stem.before})`.execute(tx)
  return nextRegisterNumbers(
    stem,
    rows.map(({ number }) => number),
    own.length,
  )
}

const writeNumbers = (tx: Tx, own: Row[], given: string[], field: string | null) =>
  sql`update selection.nomination m set register_no = n.number,
      answers = case when ${field}::text is null then m.answers
        else m.answers || jsonb_build_object(${field}::text, n.number) end
    from unnest(${own.map(({ id }) => id)}::bigint[], ${given}::text[]) n (id, number) where m.id = n.id`.execute(tx)
