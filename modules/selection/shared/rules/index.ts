export { type BindingFault, type BoundRule, bindingFaults, bindRules } from './bind.ts'
export {
  bindingSchema,
  bindingsSchema,
  type Checkpoint,
  checkpoints,
  type RuleBinding,
  type Severity,
  severities,
} from './binding.ts'
export type * from './facts.ts'
export { rules } from './registry.ts'
export type { Rule, Scope, Violation } from './rule.ts'
export { blocking, type Finding, runRules, unspoken, type When } from './run.ts'
export { shareOf } from './share.ts'
