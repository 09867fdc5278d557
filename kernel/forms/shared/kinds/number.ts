import { z } from 'zod'
import { cleanLine, halfWidth } from '../words/hygiene.ts'
import { fault, type Kind } from './kind.ts'

const read = (raw: unknown): unknown => {
  if (raw === undefined || raw === '') return null
  if (typeof raw !== 'string') return raw
  const plain = halfWidth(cleanLine(raw)).replaceAll(',', '')
  return plain === '' ? null : /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : raw
}

/** A figure; `null` while empty. */
export const number: Kind<'number', number | null> = {
  kind: 'number',
  answer: z.number().nullable(),
  empty: null,
  normalise: read,
  isEmpty: value => value === null,
  validate: (value, field) => {
    if (value === null) return []
    const { label, min, max } = field
    if (field.integer && !Number.isInteger(value)) return [fault('number.integer', 'block', `“${label}”应填整数。`)]
    if (min !== undefined && value < min) return [fault('number.least', 'block', `“${label}”不少于${min}。`)]
    if (max !== undefined && value > max) return [fault('number.most', 'block', `“${label}”不超过${max}。`)]
    return []
  },
  toText: (value, field) => (value === null ? '' : `${value}${field.unit ?? ''}`),
}
