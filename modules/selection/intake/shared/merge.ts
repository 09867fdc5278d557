import { type Answers, type FormDefinition, fieldsOf, isEmptyAnswer } from '#kernel/forms/shared/index.ts'

type Cells = Record<string, unknown>

const withoutEmpty = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '' && value !== null))

/**
 * What stands in the form with what a file brings: an empty cell of the file takes nothing away, and a seal that is
 * already there (scan or promise) stays.
 */
export const mergedAnswers = (form: FormDefinition, before: Answers, read: Answers): Answers => {
  const merged: Answers = { ...before }
  for (const field of fieldsOf(form)) {
    const value = read[field.key]
    if (value === undefined || isEmptyAnswer(field, value)) continue
    const parts = field.kind === 'opinion' || field.kind === 'group'
    merged[field.key] = parts ? { ...(before[field.key] as Cells | undefined), ...withoutEmpty(value as Cells) } : value
  }
  return merged
}
