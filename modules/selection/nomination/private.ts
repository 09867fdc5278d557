import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import {
  type AnswerChange,
  type Answers,
  answerAt,
  answerText,
  diffAnswers,
  type Field,
  type FormDefinition,
  fieldAt,
  fieldsOf,
  holdsPrivate,
  isPrivate,
  maskedText,
  redline,
} from '#kernel/forms/shared/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Nomination } from '../load.ts'
import { formOf } from '../plan/lookup.ts'

type Inner = Extract<Field, { fields: unknown }>['fields'][number]

/**
 * Answers as a reader gets them: of what the form calls sensitive enough is left to tell two people apart. What the
 * form does not know stays behind, such as answers kept from the form of an earlier category.
 */
export const withoutPrivate = (form: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(
    fieldsOf(form).flatMap(field => {
      const value = answers[field.key]
      if (value === undefined) return []
      return [[field.key, holdsPrivate(field) && value !== null ? masked(field, value) : value]]
    }),
  )

const masked = (field: Field, value: unknown): unknown => {
  if (!('fields' in field)) return maskedText({ ...field, sensitive: true }, value)
  const columns = field.fields.filter(inner => isPrivate(field) || isPrivate(inner))
  return Array.isArray(value) ? value.map(row => maskedCells(columns, row)) : maskedCells(columns, value)
}

const maskedCells = (columns: Inner[], row: unknown): unknown => {
  if (typeof row !== 'object' || row === null) return row
  const cells = row as Record<string, unknown>
  const filled = columns.filter(({ key }) => cells[key] != null)
  const hidden = filled.map(column => [
    column.key,
    maskedText({ ...column, sensitive: true } as Field, cells[column.key]),
  ])
  return { ...cells, ...Object.fromEntries(hidden) }
}

/** What changed between two versions, for a reader: a sensitive answer is said to have changed, and stays hidden. */
export const changesWithoutPrivate = (form: FormDefinition, before: Answers, after: Answers): AnswerChange[] => {
  const [was, is] = [withoutPrivate(form, before), withoutPrivate(form, after)]
  return diffAnswers(form, before, after).map(change => {
    const field = fieldAt(form, change.path)!
    if (!holdsPrivate(field)) return change
    const hidden = { before: answerText(field, was[field.key]), after: answerText(field, is[field.key]) }
    return { ...change, ...hidden, redline: redlineOf(hidden.before, hidden.after) }
  })
}

const redlineOf = (before: string, after: string) =>
  before === after
    ? [
        { kind: 'removed' as const, text: before },
        { kind: 'added' as const, text: after },
      ]
    : redline(before, after)

/**
 * Gives one sensitive answer whole to an officer who asks for it; the record says who asked for which.
 * @param path of the field in the form: `idNumber`, `liaison.phone`
 * @throws Problem 404 `answer.none` where the form has no such sensitive field
 */
export const revealAnswer = async (tx: Tx, actor: Actor, nomination: Nomination, path: string): Promise<string> => {
  const form = formOf(nomination.plan, nomination.category)
  const field = fieldAt(form, path)
  if (!field || 'fields' in field || !(isPrivate(field) || isPrivate(fieldAt(form, path.split('.')[0]!)!)))
    throw refuse('answer.none', '没有这一项，或者这一项没有隐去内容。', { status: 404 })
  const { rows } = await sql<{ answers: Answers }>`
    select answers from selection.nomination where id = ${nomination.id}`.execute(tx)
  await record(tx, actor, {
    action: 'selection.nomination.reveal',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { path },
  })
  return answerText(field, answerAt(rows[0]!.answers, path))
}
