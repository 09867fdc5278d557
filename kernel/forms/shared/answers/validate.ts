import type { Field } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import type { Answers, FormDefinition } from '../definition/form.ts'
import { kindOf } from '../kinds/index.ts'
import { fault, joinPath } from '../kinds/kind.ts'
import { appliesTo, fieldsOf } from './fields.ts'

/** What the caller knows; the answers themselves are added here. */
export type ValidationContext = Omit<FieldContext, 'answers'>

const normaliseOne = (field: Field, raw: unknown): unknown => {
  const kind = kindOf(field)
  const tidy = kind.normalise(raw, field)
  const parsed = kind.answer.safeParse(tidy)
  return parsed.success ? parsed.data : tidy
}

/** Answers tidied field by field: full-width digits, dates, dots in names, invisible characters. Unknown keys go. */
export const normaliseAnswers = (form: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(
    fieldsOf(form)
      .filter(field => answers[field.key] !== undefined)
      .map(field => [field.key, normaliseOne(field, answers[field.key])]),
  )

/** Whether nothing has been answered; an answer of the wrong shape counts as something. */
export const isEmptyAnswer = (field: Field, raw: unknown): boolean => {
  const kind = kindOf(field)
  const parsed = kind.answer.safeParse(raw ?? kind.empty)
  return parsed.success && kind.isEmpty(parsed.data)
}

const isAsked = (field: Field, context: FieldContext): boolean =>
  appliesTo(field, context.unitClass) && (field.filledBy === 'unit' || context.by === 'organiser')

const missing = (field: Field, fields: Field[], context: FieldContext): FieldFinding[] => {
  if (context.mode === 'draft' || !field.required) return []
  const other = fields.find(one => one.key === field.requiredUnless)
  if (other && !isEmptyAnswer(other, context.answers[other.key])) return []
  const message = other ? `“${field.label}”与“${other.label}”至少填写一项。` : `请填写“${field.label}”。`
  return [fault('required', 'block', message)]
}

/** An opinion left blank says which seal is missing instead of a bare “请填写”. */
const speaksForItself = (field: Field) => field.kind === 'opinion' || field.kind === 'group'

const checkField = (field: Field, fields: Field[], context: FieldContext): FieldFinding[] => {
  const kind = kindOf(field)
  const parsed = kind.answer.safeParse(context.answers[field.key] ?? kind.empty)
  if (!parsed.success) return [fault('field.shape', 'block', `“${field.label}”的内容无法识别，请重新填写。`)]
  if (kind.isEmpty(parsed.data) && !(speaksForItself(field) && field.required)) return missing(field, fields, context)
  return kind.validate(parsed.data, field, context)
}

/**
 * Findings of a form's answers, in the order of the page. `draft` judges what is there, `submit` also what is missing.
 * Answers are normalised first, so a caller may pass them as typed. The organiser's fields are not asked of a unit.
 */
export const validateAnswers = (form: FormDefinition, answers: Answers, context: ValidationContext): FieldFinding[] => {
  const fields = fieldsOf(form)
  const full: FieldContext = { ...context, answers: normaliseAnswers(form, answers) }
  return fields
    .filter(field => isAsked(field, full))
    .flatMap(field =>
      checkField(field, fields, full).map(finding => ({
        ...finding,
        path: joinPath(field.key, finding.path),
        ...(field.rule ? { rule: field.rule } : {}),
      })),
    )
}

/** An answer as text, for lists and redlines; what cannot be read reads as nothing. */
export const answerText = (field: Field, raw: unknown): string => {
  const kind = kindOf(field)
  const parsed = kind.answer.safeParse(kind.normalise(raw, field) ?? kind.empty)
  return parsed.success && !kind.isEmpty(parsed.data) ? kind.toText(parsed.data, field) : ''
}
