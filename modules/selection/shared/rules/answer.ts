import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import type { NominationFacts } from './facts.ts'

/** An answer as the words it was given in: '' where there is none. */
export function wordsAt(answers: Answers, path: string): string {
  const value = answerAt(answers, path)
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The words chosen for a trait of the nominee, one or several: an answer of the form, or a tag of the plan where the
 * form does not ask. A ticked box reads 是.
 */
export function traitsOf({ answers, tags }: NominationFacts, key: string): string[] {
  const value = answerAt(answers, key) ?? tags[key]
  const values = Array.isArray(value) ? value : [value === true ? '是' : value]
  return values.filter(each => typeof each === 'string' && each !== '')
}

/** The rows of a table; a row's columns are words. */
export function rowsOf(answers: Answers, field: string): Record<string, string>[] {
  const value = answerAt(answers, field)
  return Array.isArray(value) ? value : []
}
