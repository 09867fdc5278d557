import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { halfWidth } from '../words/hygiene.ts'
import { fault, textKind } from './kind.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH = /^(\d{4})-(\d{2})$/

/** Whether the text is a real civil date, ISO. */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? []
  if (!year || !month || !day || month > 12) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const isMonthIso = (text: string) => {
  const month = Number(MONTH.exec(text)?.[2])
  return month >= 1 && month <= 12
}

/** `2021年7月1日`, `2021.7.1`, `2021/07/01`, `20210701` → `2021-07-01`; a month likewise. An empty template is empty. */
export const tidyDate = (text: string): string => {
  const plain = halfWidth(text).replace(/\s/gu, '')
  if (/^年?月?日?$/u.test(plain)) return ''
  const solid = /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  const split = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?月?$/u.exec(plain)
  const [, year, month, day] = solid ?? split ?? []
  if (!year || !month) return plain
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
}

/** `2021-07-01` → `2021年7月1日`, as official papers write it (GB/T 9704: no leading zero). */
export const dateText = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  if (!year || !month) return iso
  return `${year}年${month}月${day ? `${day}日` : ''}`
}

const order = (field: FieldOf<'date'>, value: string, context: FieldContext): FieldFinding[] => {
  const other = field.notBefore ? String(context.answers[field.notBefore] ?? '') : ''
  const length = Math.min(value.length, other.length)
  if (other === '' || value.slice(0, length) >= other.slice(0, length)) return []
  return [fault('date.order', 'block', `“${field.label}”${dateText(value)}早于${dateText(other)}，请核对。`)]
}

const inWindow = (field: FieldOf<'date'>, value: string): FieldFinding[] => {
  if (!field.window) return []
  const { from, to, message } = field.window
  const inside = value >= from.slice(0, value.length) && value <= to.slice(0, value.length)
  return inside ? [] : [fault('date.window', 'reason', message.replace('{date}', dateText(value)))]
}

const check = (value: string, field: FieldOf<'date'>, context: FieldContext): FieldFinding[] => {
  if (!isDate(value) && !(field.monthEnough && isMonthIso(value))) {
    const example = field.monthEnough ? '2021年7月或2021年7月1日' : '2021年7月1日'
    return [fault('date.format', 'block', `“${field.label}”应填写完整的日期，如${example}。`)]
  }
  if (!field.future && value > context.today.slice(0, value.length)) {
    return [fault('date.future', 'block', `“${field.label}”${dateText(value)}晚于今天，请核对。`)]
  }
  return [...order(field, value, context), ...inWindow(field, value)]
}

/** A civil date, ISO in storage; a month alone where the field allows it. */
export const date = textKind({
  kind: 'date',
  ceiling: 40,
  tidy: tidyDate,
  check,
  toText: (value, field) => (field.printAs === 'month' ? value.slice(0, 7).replace('-', '.') : dateText(value)),
})
