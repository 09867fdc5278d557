import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { tidyDate } from './date.ts'
import { fault, textKind } from './kind.ts'

/** ××××.××, as the annexes write months. */
export const MONTH_PATTERN = /^(19|20)\d{2}\.(0[1-9]|1[0-2])$/

/** `1985年7月`, `1985-7`, `198507`, `1985-07-12` → `1985.07`; what is not a month stays as typed. */
export const tidyMonth = (text: string): string => {
  const iso = tidyDate(text)
  return /^\d{4}-\d{2}(-\d{2})?$/.test(iso) ? iso.slice(0, 7).replace('-', '.') : iso
}

/** Months since year 0, for counting distances; NaN when it is no month. */
export const monthNumber = (month: string): number => {
  const [year, number] = month.split('.').map(Number)
  return MONTH_PATTERN.test(month) ? year! * 12 + number! - 1 : Number.NaN
}

/** A date's or month's answer as ××××.××. */
export const asMonth = (value: unknown): string => tidyMonth(typeof value === 'string' ? value : '')

const distance = (field: FieldOf<'month'>, value: string, context: FieldContext): FieldFinding[] => {
  const earlier = field.notBefore ? asMonth(context.answers[field.notBefore]) : ''
  const months = monthNumber(value) - monthNumber(earlier)
  if (Number.isNaN(months)) return []
  if (months < 0) return [fault('month.order', 'block', `“${field.label}”${value}早于${earlier}，请核对。`)]
  const after = field.yearsAfter
  if (!after || months >= after.years * 12) return []
  const message = `“${field.label}”${value}时不满${after.years}周岁（出生年月${earlier}），请核对。`
  return [fault('month.age', after.severity, message)]
}

const check = (value: string, field: FieldOf<'month'>, context: FieldContext): FieldFinding[] => {
  if (!MONTH_PATTERN.test(value)) {
    return [fault('month.format', 'block', `“${field.label}”应为“××××.××”格式，如1985.07。`)]
  }
  if (value > context.today.slice(0, 7).replace('-', '.')) {
    return [fault('month.future', 'block', `“${field.label}”${value}晚于本月，请核对。`)]
  }
  return distance(field, value, context)
}

/** A month written ××××.××. */
export const month = textKind({ kind: 'month', ceiling: 40, tidy: tidyMonth, check })
