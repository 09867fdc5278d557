export { type Finding, mostListed, type RuleId, rules } from './rules.ts'
export type { Options, Stage, Verdict } from './verdict.ts'
export { verifyRecord } from './verify.ts'
