import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'

/** An answer as the words it was given in: '' where there is none. */
export function wordsAt(answers: Answers, path: string): string {
  const value = answerAt(answers, path)
  return typeof value === 'string' ? value.trim() : ''
}

/** The words chosen or written at a path, one or several. */
export function choicesAt(answers: Answers, path: string): string[] {
  const value = answerAt(answers, path)
  const values = Array.isArray(value) ? value : [value]
  return values.filter(each => typeof each === 'string' && each !== '')
}

/** The rows of a table; a row's columns are words. */
export function rowsOf(answers: Answers, field: string): Record<string, string>[] {
  const value = answerAt(answers, field)
  return Array.isArray(value) ? value : []
}
