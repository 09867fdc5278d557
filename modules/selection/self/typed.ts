import { randomUUID } from 'node:crypto'
import { countWords, type Field, normaliseAnswers, validateAnswers } from '#kernel/forms/shared/index.ts'
import type { Opening } from './opening.ts'

/** The form as it was typed, carried from step to step. */
export type Typed = {
  /** Names this one filling-in: a second click is the same recommendation, and its files belong to it. */
  token: string
  byOther: boolean
  category: string
  submissionId: string
  answers: Record<string, string>
  reason: string
  senderName: string
  phone: string
  sent: { key: string; name: string }[]
}

export type FieldError = { name: string; message: string }

export const steps = ['推荐谁', '为什么', '您的联系方式'] as const
export const mostWords = 300

export const blank = ({ categories }: Opening): Typed => ({
  token: randomUUID(),
  byOther: false,
  category: categories.length === 1 ? categories[0]!.key : '',
  submissionId: '',
  answers: {},
  reason: '',
  senderName: '',
  phone: '',
  sent: [],
})

/** Long texts belong to the second step, everything short to the first. */
export const stepOf = ({ kind }: Field) => (kind === 'longText' ? 1 : 0)

/** The input's name of a field of the plan's form. */
export const inputName = (key: string) => `answers.${key}`

/** What is wrong in one step, each at its field. */
export const faultsIn = (opening: Opening, typed: Typed, step: number): FieldError[] =>
  [whom, why, sender][step]!(opening, typed)

const whom = (opening: Opening, typed: Typed): FieldError[] => [
  ...(opening.categories.some(({ key }) => key === typed.category)
    ? []
    : [{ name: 'category', message: '请选择推荐到哪一类。' }]),
  ...(opening.units.length === 0 ||
  opening.units.some(({ submissionId }) => String(submissionId) === typed.submissionId)
    ? []
    : [{ name: 'submissionId', message: '请选择被推荐人所在的地方。' }]),
  ...answerFaults(opening, typed, 0),
]

const why = (opening: Opening, typed: Typed): FieldError[] => {
  const words = countWords(typed.reason)
  return [
    ...answerFaults(opening, typed, 1),
    ...(words === 0 ? [{ name: 'reason', message: '请写明推荐理由。' }] : []),
    ...(words > mostWords ? [{ name: 'reason', message: `推荐理由现有${words}字，最多${mostWords}字，请删减。` }] : []),
  ]
}

const phoneForm = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

const sender = (_: Opening, typed: Typed): FieldError[] => [
  ...(typed.byOther && tidyLine(typed.senderName) === '' ? [{ name: 'senderName', message: '请填写您的姓名。' }] : []),
  ...(phoneForm.test(tidyPhone(typed.phone))
    ? []
    : [{ name: 'phone', message: '请填写手机号码，或者带区号的座机，如0123-4567890。' }]),
]

const answerFaults = (opening: Opening, typed: Typed, step: number): FieldError[] => {
  const asked = new Set(opening.fields.filter(field => stepOf(field) === step).map(({ key }) => key))
  const found = validateAnswers(opening.form, typed.answers, { mode: 'submit', today: '9999-12-31' })
  return found
    .filter(({ path, severity }) => severity === 'block' && asked.has(path.split('.')[0]!))
    .map(({ path, message }) => ({ name: inputName(path.split('.')[0]!), message }))
}

export const tidyLine = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ')
export const tidyPhone = (text: string) => text.normalize('NFKC').replace(/[^\d-]/g, '')

/** The plan's fields alone, tidied as the desk would. */
export const answersOf = ({ form, fields }: Opening, typed: Typed) =>
  normaliseAnswers(form, Object.fromEntries(fields.map(({ key }) => [key, typed.answers[key] ?? ''])))
