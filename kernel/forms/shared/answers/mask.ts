import type { Field, LeafField } from '../definition/field.ts'
import { answerText } from './validate.ts'

/** `410803198507121234` → `410803********1234`; anything else keeps its first and last character. */
export const maskIdNumber = (id: string): string =>
  /^\d{17}[\dX]$/.test(id) ? `${id.slice(0, 6)}********${id.slice(-4)}` : maskMiddle(id, 1, 1)

/** `13812345678` → `138****5678`; a landline keeps its area code and last two digits. */
export const maskPhone = (phone: string): string => {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const [, area = '', rest = phone] = /^(0\d{2,3}-?)?(.*)$/.exec(phone) ?? []
  return area + maskMiddle(rest, 0, 2)
}

/** `张三丰` → `张*`, as residents appear in public. */
export const maskName = (name: string): string => {
  const [first] = name
  return first === undefined ? '' : `${first}*`
}

/** An address down to the community or village; what follows is left out. */
export const maskAddress = (address: string): string => {
  const kept = /^.*?(社区|小区|村|街道|镇|乡|路|街)/u.exec(address)?.[0] ?? [...address].slice(0, 6).join('')
  return kept === address ? address : `${kept}****`
}

/** `zhangsan@example.cn` → `z****@example.cn`. */
export const maskEmail = (email: string): string => email.replace(/^(.).*?(?=@|$)/u, '$1****')

const maskMiddle = (text: string, head: number, tail: number): string => {
  const chars = [...text]
  if (chars.length <= head + tail) return '*'.repeat(chars.length)
  const hidden = '*'.repeat(chars.length - head - tail)
  return chars.slice(0, head).join('') + hidden + chars.slice(chars.length - tail).join('')
}

const MASKS: Partial<Record<Field['kind'], (text: string) => string>> = {
  idNumber: maskIdNumber,
  phone: text => text.split('、').map(maskPhone).join('、'),
  name: maskName,
  email: maskEmail,
}

/** Whether an answer is hidden from readers: what the form calls sensitive, and every ID number. */
export const isPrivate = (field: Field | LeafField): boolean => field.sensitive || field.kind === 'idNumber'

/** Whether it, or something inside it, is hidden. */
export const holdsPrivate = (field: Field): boolean =>
  isPrivate(field) || ('fields' in field && field.fields.some(isPrivate))

/** A sensitive field's answer as lists and views show it until someone asks for more (standards §10). */
export const maskedText = (field: Field, raw: unknown): string => {
  const text = answerText(field, raw)
  if (!field.sensitive || text === '') return text
  return (MASKS[field.kind] ?? maskAddress)(text)
}
