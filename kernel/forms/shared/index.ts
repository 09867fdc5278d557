export * from './answers/diff.ts'
export * from './answers/fields.ts'
export * from './answers/mask.ts'
export * from './answers/validate.ts'
export * from './article/article.ts'
export * from './article/checks.ts'
export * from './article/html.ts'
export * from './definition/check.ts'
export * from './definition/field.ts'
export * from './definition/finding.ts'
export * from './definition/form.ts'
export * from './definition/grid.ts'
export * from './definition/places.ts'
export {
  type FileAnswer,
  fileAnswerOf,
  type PhotoAnswer,
  photoAnswerOf,
  type StoredUpload,
} from './kinds/attachment.ts'
export { dateText, isDate, tidyDate } from './kinds/date.ts'
export { readIdNumber } from './kinds/idNumber.ts'
export { kindOf } from './kinds/index.ts'
export { asMonth, monthNumber } from './kinds/month.ts'
export { matchNativePlace, suggestNativePlace } from './kinds/nativePlace.ts'
export { EMPTY_OPINION, type Evidence, OpinionAnswer, sealState } from './kinds/opinion.ts'
export { looksShortened } from './kinds/organisation.ts'
export { ETHNIC_GROUPS, GENDERS, POLITICAL_STATUSES } from './kinds/person.ts'
export { isStudy, type ResumeGap, type ResumeRow, resumeGaps, TO_THE_PRESENT } from './kinds/resume.ts'
export type { TableRow } from './kinds/table.ts'
export * from './regions/index.ts'
export * from './words/count.ts'
export * from './words/hygiene.ts'
