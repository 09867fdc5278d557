import type { Field } from '../shared/index.ts'

/** Path of a cell: `resume`, 2, `start` → `resume.2.start`. */
export const cellPath = (...parts: (string | number)[]): string => parts.join('.')

/** Words after a label: what may stay empty, what is not printed. */
export const labelNotes = (field: Field): string[] => [
  ...(field.required ? [] : ['选填']),
  ...(field.printed ? [] : ['不打印']),
]

const WIDE: Field['kind'][] = [
  'longText',
  'resume',
  'awards',
  'mediaReports',
  'rows',
  'group',
  'opinion',
  'photo',
  'files',
]

/** Whether a field takes the whole width of the page. */
export const isWide = (field: Field): boolean =>
  WIDE.includes(field.kind) ||
  field.kind === 'declaration' ||
  field.kind === 'choices' ||
  (field.kind === 'choice' && (field.boxes || field.options.join('').length > 24))
