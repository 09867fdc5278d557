/** `block` stops submission, `reason` passes with a written reason that is kept, `warning` only tells. */
export type Severity = 'block' | 'reason' | 'warning'

/** One thing to correct, at the answer it concerns: `resume.2.start`, `liaison.phone`. */
export type FieldFinding = {
  path: string
  /** Stable code (`resume.gap`); the message may change, the code does not. */
  code: string
  severity: Severity
  /** Plain Chinese for the clerk: what is wrong and what to do. */
  message: string
  /** Identifier of the plan's rule, when the field names one. */
  rule?: string
}

/** Findings whose answer cannot be stored even as a draft: of a wrong shape, or larger than a field may be. */
const UNSTORABLE = ['field.shape', 'text.oversize', 'text.ceiling', 'rows.ceiling']

/** Whether a finding keeps the answers from being saved at all; every other finding lets a draft be saved. */
export const isUnstorable = ({ code }: FieldFinding): boolean => UNSTORABLE.includes(code)

/** What a field may know about its surroundings while it is checked. */
export type FieldContext = {
  mode: 'draft' | 'submit'
  /** Civil date in Asia/Shanghai, ISO. */
  today: string
  /** Last day of submission, when known, ISO. */
  deadline?: string
  /** The plan's class of the recommending unit; decides fields meant for some classes only. */
  unitClass?: string
  /** Who is filling in: the organiser's fields are not asked of a unit. Default `unit`. */
  by?: 'unit' | 'organiser'
  /** `promise` (default): a missing seal may be promised with a date (待补章); `required`: the plan wants it at submission. */
  seals?: 'promise' | 'required'
  /** All answers of the form, for fields that must agree with one another. */
  answers: Record<string, unknown>
}
