/** Where in the plan something stands: keys and list positions from the root. */
export type PlanPath = readonly (string | number)[]

/** A contradiction inside a plan whose shape is right. */
export type Flaw = {
  path: PlanPath
  /** Stable name of the kind of fault. */
  code: FaultCode
  /** What is wrong, in Chinese. */
  message: string
  /** What to do about it, in Chinese. */
  advice: string
}

export type FaultCode =
  | 'syntax'
  | 'duplicate-key'
  | 'too-large'
  | 'too-deep'
  | 'aliases'
  | 'empty'
  | 'missing-file'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'out-of-range'
  | 'bad-key'
  | 'date-format'
  | 'impossible-date'
  | 'region-code'
  | 'duplicate'
  | 'unknown-reference'
  | 'stage-cycle'
  | 'stage-order'
  | 'stage-within'
  | 'stage-missing'
  | 'stage-settings'
  | 'date-order'
  | 'weights'
  | 'ranking-source'
  | 'quota-missing'
  | 'quota-twice'
  | 'quota-range'
  | 'quota-basis'
  | 'class-empty'
  | 'unit-cycle'
  | 'recommender'
  | 'region-outside'
  | 'form-subject'
  | 'awards-unreachable'
  | 'awards-candidates'
  | 'leader'
  | 'publicity-too-late'
  | 'rule'

/** A fault of a plan as its writer sees it: file, line and column (from 1), what is wrong and what to do. */
export type PlanFault = Flaw & { file: string; line: number; column: number }
