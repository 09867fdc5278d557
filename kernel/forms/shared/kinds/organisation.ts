import { z } from 'zod'
import { cleanLine, halfWidth } from '../words/hygiene.ts'
import { fault, type Kind, textKind } from './kind.ts'

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Check character of a 统一社会信用代码's first 17 characters (GB 32100-2015, MOD 31, powers of 3). */
export const usccCheckDigit = (code: string): string => {
  let weight = 1
  let sum = 0
  for (const char of code.slice(0, 17)) {
    sum += SYMBOLS.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return SYMBOLS[(31 - (sum % 31)) % 31]!
}

/** 统一社会信用代码, GB 32100. */
export const uscc = textKind({
  kind: 'uscc',
  ceiling: 40,
  tidy: value => halfWidth(value).replace(/[\s-]/g, '').toUpperCase(),
  check: value => {
    if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) {
      return [fault('uscc.format', 'block', '统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）。')]
    }
    return usccCheckDigit(value) === value[17]
      ? []
      : [fault('uscc.check', 'block', '统一社会信用代码校验位不正确，请逐位核对。')]
  },
})

const SHORT_FORM =
  /^[^省市县区州旗镇乡村]{0,4}(县委办|市委办|区委办|政府办|人社局|教体局|工信局|发改委|卫健委|住建局|团委|妇联|工会)$/u

/** Why a name looks shortened, or undefined. A hint only: the register of units decides (R000-15). */
export const looksShortened = (name: string): boolean => [...name].length < 6 || SHORT_FORM.test(name)

/** An organisation's name in full. */
export const organisation = textKind({
  kind: 'organisation',
  ceiling: 120,
  check: (value, field) =>
    field.fullName && looksShortened(value)
      ? [fault('organisation.short', 'warning', `“${field.label}”似为简称（${value}），请填写全称。`)]
      : [],
})

const split = (raw: unknown): unknown => (typeof raw === 'string' ? raw.split(/[、;；\n]/u) : (raw ?? []))

/** Any number of organisations, in order (配合责任单位). */
export const organisations: Kind<'organisations', string[]> = {
  kind: 'organisations',
  answer: z.array(z.string().max(120)).max(100),
  empty: [],
  normalise: raw => {
    const values = split(raw)
    if (!Array.isArray(values)) return values
    return values.map(value => (typeof value === 'string' ? cleanLine(value) : value)).filter(value => value !== '')
  },
  isEmpty: values => values.length === 0,
  validate: (values, field) =>
    values.length > field.atMost
      ? [fault('organisations.tooMany', 'block', `“${field.label}”最多填${field.atMost}个单位。`)]
      : [],
  toText: values => values.join('、'),
}
