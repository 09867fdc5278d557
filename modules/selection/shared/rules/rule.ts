import type { z } from 'zod'
import type { CampaignFacts, Facts, NominationFacts, UnitFacts } from './facts.ts'

/** What a rule looks at: one nomination, one unit with its nominations, or the list a campaign has before it. */
export type Scope = 'nomination' | 'unit' | 'campaign'

/** Facts with the subject of the scope present. */
export type FactsAt<S extends Scope> = Facts &
  { nomination: { nomination: NominationFacts }; unit: { unit: UnitFacts }; campaign: { campaign: CampaignFacts } }[S]

/** One way in which facts break a rule. `values` fill the binding's message. */
export type Violation<V extends string = string> = {
  values?: Partial<Record<V, string | number>>
  /** Answer to jump to, e.g. `answers.resume.2.start`, `article`. */
  path?: string
  /** The nomination meant, where a rule over many points at one. */
  nomination?: NominationFacts
}

type Definition<S extends Scope, P extends z.ZodType, V extends string> = {
  scope: S
  /** `page`: the browser may hold all it needs; `server`: it needs what others handed in or registers hold. */
  needs: 'page' | 'server'
  params: P
  /** Names a message may use, beside those every message has (message.ts). */
  variables: readonly V[]
  check: (facts: FactsAt<S>, params: z.infer<P>) => Violation<V>[]
}

/** A rule as the registry and the runner see it, its particular types forgotten. */
export type Rule = {
  scope: Scope
  needs: 'page' | 'server'
  params: z.ZodType
  variables: readonly string[]
  check: (facts: Facts, params: unknown) => Violation[]
}

/** Declares a rule: a pure, parameterised function `(facts, params) => Violation[]` that knows no campaign. */
export function rule<S extends Scope, P extends z.ZodType, const V extends string>(
  definition: Definition<S, P, V>,
): Rule {
  return definition as unknown as Rule
}
