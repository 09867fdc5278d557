import { createHash } from 'node:crypto'
import { type Answers, answerAt, type FormDefinition } from '#kernel/forms/shared/index.ts'

/** The display name that a form's answers give, '' while none is typed. */
export const nameFrom = (form: FormDefinition, answers: Answers): string => {
  const value = form.subject.name ? answerAt(answers, form.subject.name) : ''
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The key by which the same person or organisation is found again without showing the number (D-13):
 * a hash of the resident ID or 统一社会信用代码; null where it is not filled in.
 */
export const identityFrom = (form: FormDefinition, answers: Answers): string | null => {
  const value = form.subject.identity ? answerAt(answers, form.subject.identity) : undefined
  return typeof value === 'string' && value.trim() ? identityKey(value) : null
}

export const identityKey = (number: string) =>
  createHash('sha256').update(`identity:${number.trim().toUpperCase()}`).digest('hex')
