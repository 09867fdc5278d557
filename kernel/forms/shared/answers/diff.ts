import { diffArrays } from 'diff'
import type { Answers, FormDefinition } from '../definition/form.ts'
import { fieldsOf } from './fields.ts'
import { answerText } from './validate.ts'

/** A stretch of text that stayed, was taken out, or was put in. */
export type RedlinePart = { kind: 'same' | 'removed' | 'added'; text: string }
export type AnswerChange = { path: string; label: string; before: string; after: string; redline: RedlinePart[] }

const TOKENS = /\p{Script=Han}|[\p{Letter}\p{Number}.]+|\s+|./gsu

const words = (text: string): string[] => {
  if (typeof Intl.Segmenter !== 'function') return text.match(TOKENS) ?? []
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}

/** Beyond this many edits two texts have little in common: show the whole old and the whole new. */
const MAX_EDITS = 4000

/** What changed between two texts, word by word. */
export const redline = (before: string, after: string): RedlinePart[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const parts = diffArrays(words(before), words(after), { maxEditLength: MAX_EDITS })
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return parts.map(part => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }))
}

/** Fields whose answers read differently, in the order of the page, each with its redline. */
export const diffAnswers = (form: FormDefinition, before: Answers, after: Answers): AnswerChange[] =>
  fieldsOf(form).flatMap(field => {
    const was = answerText(field, before[field.key])
    const is = answerText(field, after[field.key])
    if (was === is) return []
    return [{ path: field.key, label: field.label, before: was, after: is, redline: redline(was, is) }]
  })
