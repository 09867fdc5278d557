import type { Db } from '#platform/db/index.ts'
import { loadFrame, loadNominationFacts } from './facts/load.ts'
import { loadSubmissionFacts } from './facts/submission.ts'
import type { Nomination, Submission } from './load.ts'
import {
  type BoundRule,
  bindRules,
  type Checkpoint,
  type Facts,
  type Finding,
  type NominationFacts,
  type Plan,
  recommendStage,
  runRules,
  unspoken,
} from './shared/index.ts'

const bound = new WeakMap<Plan, BoundRule[]>()

/** A plan's rules ready to run, made once for each frozen plan. */
export const rulesOf = (plan: Plan): BoundRule[] => {
  const known = bound.get(plan)
  if (known) return known
  const rules = bindRules(plan.rules, plan)
  bound.set(plan, rules)
  return rules
}

/**
 * Everything that is to be said of these facts at a checkpoint: the plan's rules, then what only the form found.
 * `stage` is the key of the stage in which it happens.
 */
export const findingsAt = (plan: Plan, facts: Facts, checkpoint: Checkpoint, stage: string): Finding[] => {
  const found = runRules(rulesOf(plan), facts, { checkpoint, where: 'server', stage })
  const nominations = facts.nomination ? [facts.nomination] : (facts.unit?.nominations ?? [])
  return [...found, ...nominations.flatMap(nomination => formFindings(nomination, found))]
}

/** What the form itself says where no rule of the plan speaks, in the same shape. */
const formFindings = (nomination: NominationFacts, found: Finding[]): Finding[] =>
  unspoken(
    nomination.formFindings,
    found.filter(each => each.nomination === nomination.id),
  ).map(({ path, code, severity, message }) => ({
    rule: 'form',
    fn: code,
    severity,
    scope: 'nomination',
    message,
    clause: '',
    path: `answers.${path}`,
    nomination: nomination.id,
    unit: nomination.unit.id,
    facts: {},
    settled: false,
  }))

/** The findings of one nomination while it is edited; what is still missing does not count yet. */
export const checkNomination = async (
  db: Db,
  { id, campaignId, plan }: Pick<Nomination, 'id' | 'campaignId' | 'plan'>,
): Promise<Finding[]> => {
  const frame = await loadFrame(db, plan, campaignId)
  const clock = { today: frame.clock.today, mode: 'draft' as const }
  const [nomination] = await loadNominationFacts(db, plan, { ids: [id] }, clock)
  return nomination ? findingsAt(plan, { ...frame, nomination }, 'edit', recommendKey(plan)) : []
}

/** The findings of a whole submission at a checkpoint, each nomination's and the unit's. */
export const checkSubmission = async (db: Db, submission: Submission, checkpoint: Checkpoint): Promise<Finding[]> =>
  findingsAt(
    submission.plan,
    await loadSubmissionFacts(db, submission, 'submit'),
    checkpoint,
    recommendKey(submission.plan),
  )

const recommendKey = (plan: Plan) => recommendStage(plan)!.key
