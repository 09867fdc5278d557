import type { FieldOf } from '../definition/field.ts'
import type { FieldFinding } from '../definition/finding.ts'
import { countWords, isAbout } from '../words/count.ts'
import { fault, textKind } from './kind.ts'

/** Findings of a 字数 limit (D-01, D-09) for a named text; used for fields and for articles alike. */
export const limitFindings = (label: string, count: number, limit: FieldOf<'longText'>['limit']): FieldFinding[] => {
  if (limit.max !== undefined && count > limit.max) {
    const message = `“${label}”${count}字，超过${limit.max}字上限${count - limit.max}字，请精简。`
    return [fault('words.over', 'block', message)]
  }
  if (limit.about !== undefined && !isAbout(count, limit.about)) {
    return [fault('words.about', 'reason', `“${label}”${count}字（要求${limit.about}字左右），请调整或说明理由。`)]
  }
  if (limit.warnAbove !== undefined && count > limit.warnAbove) {
    return [fault('words.advice', 'warning', `“${label}”${count}字，建议控制在${limit.warnAbove}字左右。`)]
  }
  return []
}

/** Paragraphs, limited in 字 as Word counts them. */
export const longText = textKind({
  kind: 'longText',
  ceiling: 20_000,
  multiline: true,
  check: (value, field) => limitFindings(field.label, countWords(value), field.limit),
})
