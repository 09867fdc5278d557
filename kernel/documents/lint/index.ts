export type { LintFinding } from './finding.ts'
export { type LintRequest, lintDocument } from './lint.ts'
