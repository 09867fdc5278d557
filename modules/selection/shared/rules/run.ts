import type { FieldFinding } from '#kernel/forms/shared/index.ts'
import type { BoundRule } from './bind.ts'
import type { Checkpoint, Severity } from './binding.ts'
import type { Facts } from './facts.ts'
import { messageFor } from './message.ts'
import type { Scope, Violation } from './rule.ts'
import { subjectsOf } from './subjects.ts'

/** What a person is told: which rule of the plan, why, how strongly, and where to go. */
export type Finding = {
  /** Id in the plan, R000-01. */
  rule: string
  /** The function that found it, quotaPerUnitClass. */
  fn: string
  severity: Severity
  scope: Scope
  message: string
  clause: string
  path?: string
  nomination?: string
  unit?: string
  /** The figures and words used, for screens that show more than the sentence. */
  facts: Record<string, string | number>
  reasonGiven?: string
  /** A `reason` finding whose reason is written, and confirmed where the plan asks for it. */
  settled: boolean
}

/** The moment of a check; `stage` is the key of the plan's stage. Without it rules kept to certain stages run too. */
export type When = { checkpoint: Checkpoint; where: 'page' | 'server'; stage?: string }

/**
 * Every finding that the plan's rules make at a checkpoint, in the plan's order.
 * `where: 'page'` leaves out the rules that need what a page may not hold; the server runs them all.
 */
export function runRules(rules: BoundRule[], facts: Facts, when: When): Finding[] {
  return rules.filter(bound => isDue(bound, when)).flatMap(bound => findingsOf(bound, facts))
}

/** The findings that stop the act: blocks, and reasons not yet written or not yet confirmed. */
export function blocking(findings: Finding[]): Finding[] {
  return findings.filter(({ severity, settled }) => severity === 'block' || (severity === 'reason' && !settled))
}

/**
 * What the form found that no rule has said at the same answer, so that a page shows each fault once. The form's own
 * severities hold for these.
 */
export function unspoken(formFindings: FieldFinding[], findings: Finding[]): FieldFinding[] {
  const spoken = new Set(findings.map(({ path }) => path))
  return formFindings.filter(({ path }) => !spoken.has(`answers.${path}`))
}

function isDue({ binding, rule }: BoundRule, { checkpoint, where, stage }: When): boolean {
  if (!binding.at.includes(checkpoint) || (where === 'page' && rule.needs === 'server')) return false
  return !binding.stage || stage === undefined || binding.stage.includes(stage)
}

function findingsOf(bound: BoundRule, facts: Facts): Finding[] {
  return subjectsOf(bound.binding, bound.rule.scope, facts).flatMap(subject =>
    bound.rule.check(subject, bound.params).map(violation => finding(bound, subject, violation)),
  )
}

function finding({ binding, rule }: BoundRule, facts: Facts, violation: Violation): Finding {
  const { nomination } = rule.scope === 'nomination' ? facts : violation
  const unit = nomination?.unit ?? (rule.scope === 'unit' ? facts.unit?.unit : undefined)
  const reasons = [...(nomination?.reasons ?? []), ...(facts[rule.scope]?.reasons ?? [])]
  const reason = reasons.find(written => written.rule === binding.id && written.text.trim() !== '')
  return {
    rule: binding.id,
    fn: binding.rule,
    severity: binding.severity,
    scope: rule.scope,
    message: messageFor(binding.message, facts, violation),
    clause: binding.clause,
    ...(violation.path && { path: violation.path }),
    ...(nomination && { nomination: nomination.id }),
    ...(unit && { unit: unit.id }),
    facts: { ...violation.values } as Finding['facts'],
    ...(reason && { reasonGiven: reason.text }),
    settled: Boolean(reason && (!binding.principalConfirms || reason.confirmedBy)),
  }
}
