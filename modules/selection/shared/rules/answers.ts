import { z } from 'zod'
import { answerAt } from '#kernel/forms/shared/index.ts'
import { traitsOf, wordsAt } from './answer.ts'
import { rule } from './rule.ts'

const oneOf = z.strictObject({ field: z.string(), values: z.array(z.string()).min(1) })

/** An answer that has been given is one of those the notice admits. */
export const answerIn = rule({
  scope: 'nomination',
  needs: 'page',
  params: oneOf,
  variables: ['值'],
  check: ({ nomination }, { field, values }) =>
    traitsOf(nomination, field)
      .filter(value => !values.includes(value))
      .map(value => ({ path: `answers.${field}`, values: { 值: value } })),
})

/** An answer is none of those the notice leaves out, or admits only with a reason. */
export const answerNotIn = rule({
  scope: 'nomination',
  needs: 'page',
  params: oneOf,
  variables: ['值'],
  check: ({ nomination }, { field, values }) =>
    traitsOf(nomination, field)
      .filter(value => values.includes(value))
      .map(value => ({ path: `answers.${field}`, values: { 值: value } })),
})

/** At least one of some answers is given (工作单位 or 家庭住址). */
export const oneAnswered = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ fields: z.array(z.string()).min(1) }),
  variables: [],
  check: ({ nomination: { answers } }, { fields }) =>
    fields.some(field => isGiven(answerAt(answers, field))) ? [] : [{ path: `answers.${fields[0]}` }],
})

/** Where one answer is such, another must be written: somebody no longer in post needs a reason. */
export const answeredWhen = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ when: oneOf, field: z.string() }),
  variables: ['值'],
  check: ({ nomination }, { when, field }) => {
    const met = traitsOf(nomination, when.field).find(value => when.values.includes(value))
    return met && !isGiven(answerAt(nomination.answers, field))
      ? [{ path: `answers.${field}`, values: { 值: met } }]
      : []
  },
})

/** An organisation is called by the full name it is registered under, where the register knows it (R000-15). */
export const namedAsRegistered = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({ field: z.string() }),
  variables: ['全称'],
  check: ({ nomination: { answers, registeredName } }, { field }) =>
    registeredName && wordsAt(answers, field) !== registeredName
      ? [{ path: `answers.${field}`, values: { 全称: registeredName } }]
      : [],
})

/** A full name is rarely shorter than `least` characters or written with a common short form. */
export const nameLooksFull = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({
    field: z.string(),
    least: z.int().positive(),
    shortEndings: z.array(z.string()).default([]),
  }),
  variables: ['值'],
  check: ({ nomination: { answers } }, { field, least, shortEndings }) => {
    const value = wordsAt(answers, field)
    const short = [...value].length < least || shortEndings.some(ending => value.endsWith(ending))
    return value !== '' && short ? [{ path: `answers.${field}`, values: { 值: value } }] : []
  },
})

/** The cover names the recommender as the notice wants: with this ending, or without these words (R000-08). */
export const recommenderNamed = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ endsWith: z.string().optional(), excludes: z.string().optional() }),
  variables: ['值'],
  check: ({ nomination: { recommender } }, { endsWith, excludes }) => {
    const wrong = (endsWith && !recommender.endsWith(endsWith)) || (excludes && recommender.includes(excludes))
    return wrong || recommender.trim() === '' ? [{ path: 'recommender', values: { 值: recommender } }] : []
  },
})

/** The form filled is the category's own (R000-31). */
export const formOfCategory = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ form: z.string() }),
  variables: [],
  check: ({ nomination }, { form }) => (nomination.form === form ? [] : [{ path: 'form' }]),
})

/** A tag of the plan (重点任务, 表彰或培育依据) is chosen. */
export const tagChosen = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ tag: z.string() }),
  variables: [],
  check: ({ nomination: { tags } }, { tag }) => ((tags[tag] ?? []).length > 0 ? [] : [{ path: `tags.${tag}` }]),
})

/** Remarks which grounds for preference a nominee meets; for marking and ordering, never for refusal. */
export const preferenceMet = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ field: z.string() }),
  variables: ['项'],
  check: ({ nomination }, { field }) => {
    const met = traitsOf(nomination, field)
    return met.length > 0 ? [{ path: `answers.${field}`, values: { 项: met.join('、') } }] : []
  },
})

const isGiven = (value: unknown) =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '')
