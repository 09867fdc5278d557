import { z } from 'zod'
import { fault, type Kind, textKind } from './kind.ts'

/** Every option with its box: `国有企业☑  民营企业□`. */
const boxesText = (options: string[], chosen: string[]): string =>
  options.map(option => `${option}${chosen.includes(option) ? '☑' : '□'}`).join(' ')

const unknown = (label: string, option: string) =>
  fault('choice.unknown', 'block', `“${label}”中没有“${option}”这一项，请重新选择。`)

/** One of the plan's options. */
export const choice = textKind({
  kind: 'choice',
  ceiling: 200,
  check: (value, field) => (field.options.includes(value) ? [] : [unknown(field.label, value)]),
  toText: (value, field) => (field.boxes ? boxesText(field.options, [value]) : value),
})

/** Several of the plan's options. */
export const choices: Kind<'choices', string[]> = {
  kind: 'choices',
  answer: z.array(z.string().max(200)).max(100),
  empty: [],
  normalise: raw => (Array.isArray(raw) ? [...new Set(raw)] : (raw ?? [])),
  isEmpty: values => values.length === 0,
  validate: (values, field) => {
    const strange = values.filter(value => !field.options.includes(value)).map(value => unknown(field.label, value))
    if (field.atMost === undefined || values.length <= field.atMost) return strange
    return [...strange, fault('choice.tooMany', 'block', `“${field.label}”最多选${field.atMost}项。`)]
  },
  toText: (values, field) => (field.boxes ? boxesText(field.options, values) : values.join('、')),
}
