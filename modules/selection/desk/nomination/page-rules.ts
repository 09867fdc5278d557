import type { Calendar } from '#kernel/calendar/shared/index.ts'
import {
  type BoundRule,
  bindRules,
  frameFacts,
  nominationFacts,
  type Plan,
  rules,
  runRules,
  unspoken,
} from '../../shared/index.ts'
import type { Content, Finding, Nomination } from './editing.ts'

export type Clock = { today: string; now: string; calendar: Calendar }

/**
 * The plan's rules that a page can run. The page holds its own form and no other unit, so a rule that points at what
 * is not here is left to the server, which always runs all.
 */
export const pageRules = (plan: Plan): BoundRule[] =>
  plan.rules.flatMap(binding => {
    try {
      return bindRules([binding], plan)
    } catch {
      return []
    }
  })

/** What the rules say under the cursor, and what only the server can know as it last said it. */
export const findingsNow = (
  bound: BoundRule[],
  nomination: Nomination,
  content: Content,
  clock: Clock,
  told: Finding[],
): Finding[] => {
  const plan = nomination.plan as Plan
  const facts = nominationFacts(plan, factsContent(nomination, content), { today: clock.today, mode: 'draft' })
  const found = runRules(
    bound,
    { ...frameFacts(plan, clock, {}), nomination: facts },
    { checkpoint: 'edit', where: 'page' },
  )
  const ofForm = unspoken(facts.formFindings, found).map(({ path, code, severity, message }) => ({
    rule: 'form',
    fn: code,
    severity,
    message,
    clause: '',
    path: `answers.${path}`,
    settled: false,
  }))
  const here = new Set(bound.map(({ binding }) => binding.id))
  return [...found, ...ofForm, ...told.filter(each => onlyServer(each, here))]
}

const onlyServer = ({ rule, fn }: Finding, here: Set<string>) =>
  rule !== 'form' && (rules[fn]?.needs === 'server' || !here.has(rule))

const factsContent = (nomination: Nomination, content: Content) => ({
  id: String(nomination.id),
  name: nomination.name,
  category: nomination.category,
  unit: { id: String(nomination.unitId), name: nomination.unitName, class: nomination.unitClass },
  recommender: nomination.recommender,
  origin:
    nomination.origin === 'automatic'
      ? ('auto' as const)
      : nomination.origin === 'added'
        ? ('added' as const)
        : ('unit' as const),
  ...(nomination.linkedTo !== null && { linkedTo: String(nomination.linkedTo) }),
  ...content,
  ...(nomination.rank !== null && { rank: nomination.rank }),
})
