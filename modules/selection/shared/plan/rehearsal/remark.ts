import type { PlanPath } from '../flaw.ts'

/**
 * Something that whoever publishes the plan should know first. `impossible`: the plan cannot be carried out as it
 * stands; `warning`: it can, but something is likely to go wrong; `note`: good to know.
 */
export type Remark = {
  weight: 'impossible' | 'warning' | 'note'
  code: RemarkCode
  path: PlanPath
  message: string
}

export type RemarkCode =
  | 'rest-day'
  | 'provisional'
  | 'tight-stage'
  | 'tight-publicity'
  | 'publicity-in-stage'
  | 'same-day'
  | 'exclusion-late'
  | 'exclusion-unknown'
  | 'candidates-unreachable'
  | 'candidates-need-automatic'
  | 'awards-unreachable'
  | 'awards-open'
  | 'near-threshold'
  | 'no-quota-limit'
  | 'approval'
  | 'commendation-total'
  | 'paper-date'
  | 'open-units'
