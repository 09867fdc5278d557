import type { Answers, Article } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { checkPool } from '../../campaign/check-pool.ts'
import type { PoolEvidence } from '../../facts/campaign.ts'
import type { StageRun } from '../../load.ts'
import { withoutPrivate } from '../../nomination/private.ts'
import { categoryOf, formOf } from '../../plan/lookup.ts'
import type { Outcome } from '../../shared/index.ts'
import { nomineeItems } from './checklist.ts'

/** A nominee in a stage, as whatever is done to it needs to know it. */
export type Reviewed = {
  nominationId: number
  name: string
  category: string
  unitName: string
  unitClass: string
  submissionId: number
  outcome: Outcome
  reason: string | null
  answers: Answers
  articles: Record<string, Article>
  evidence: PoolEvidence
  run: StageRun
}

export const loadReviewed = async (db: Db, run: StageRun, nominationId: number): Promise<Reviewed | undefined> => {
  const { rows } = await sql<Omit<Reviewed, 'run'>>`
    select m.id as "nominationId", m.name, e.category, u.name as "unitName", s.unit_class as "unitClass",
      m.submission_id as "submissionId", e.outcome, e.reason, m.answers, m.articles, e.evidence
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join selection.submission s on s.id = m.submission_id join units.unit u on u.id = m.unit_id
    where e.stage_run_id = ${run.id} and e.nomination_id = ${nominationId}`.execute(db)
  return rows[0] && { ...rows[0], run }
}

/** All that the organiser looks at before giving an opinion on one nominee. */
export const presentReviewed = async (db: Db, { run, evidence, articles, ...nominee }: Reviewed) => {
  const { plan } = run.campaign
  const form = formOf(plan, nominee.category)
  const findings = await checkPool(db, run, 'review', { submissionId: nominee.submissionId })
  return {
    ...nominee,
    categoryName: categoryOf(plan, nominee.category).name,
    form,
    answers: withoutPrivate(form, nominee.answers),
    articles: plan.materials.flatMap(({ key, name }) => {
      const article = articles[key]
      return article ? [{ key, name, article }] : []
    }),
    items: nomineeItems(run, nominee.category),
    checklist: evidence.checklist ?? [],
    findings: findings.filter(({ nomination }) => nomination === String(nominee.nominationId)),
  }
}
