import {
  type Answers,
  answerAt,
  answerText,
  appliesTo,
  type Field,
  type FormDefinition,
  fieldAt,
  kindOf,
} from '#kernel/forms/shared/index.ts'

/** Printed where a cell is not meant for this class of unit. */
export const NOT_APPLICABLE = '—'

/** What printing needs beside the definition. */
export type FormContent = { form: FormDefinition; answers: Answers; unitClass?: string }

/** The field a printed path names, within a repeated row's own field if there is one. */
export const fieldFor = (form: FormDefinition, path: string, repeat?: string): Field | undefined =>
  fieldAt(form, repeat ? `${repeat}.${path}` : path)

/** An answer as the paper prints it; `row` is the row of a repetition that the path starts from. */
export const printed = (content: FormContent, path: string, repeat?: string, row?: unknown): string => {
  const field = fieldFor(content.form, path, repeat)
  if (!field) return ''
  if (!appliesTo(field, content.unitClass)) return NOT_APPLICABLE
  const answer = answerAt(repeat ? row : content.answers, path)
  const text = answerText(field, answer)
  return text === '' && 'boxes' in field && field.boxes ? kindOf(field).toText(kindOf(field).empty, field) : text
}

/** A template of words and answers; without any answer the cell stays empty. */
export const filled = (content: FormContent, template: string, repeat?: string, row?: unknown): string => {
  let any = false
  const text = template.replace(/\{([\w.]+)\}/g, (_, path: string) => {
    const value = printed(content, path, repeat, row)
    any ||= value !== ''
    return value
  })
  return any ? text : ''
}
