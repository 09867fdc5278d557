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

const OF_SEVERAL: Field['kind'][] = [
  'choices',
  'photo',
  'files',
  'resume',
  'awards',
  'mediaReports',
  'rows',
  'group',
  'opinion',
  'declaration',
]

/** Whether a field is entered in several controls, each with a name of its own: its label then names them as a group. */
export const hasSeveral = (field: Field): boolean => OF_SEVERAL.includes(field.kind) || entersByRadio(field)

const FEW = 4

/** Whether one of some options is chosen by buttons; many stand in a list to search. */
export const entersByRadio = (field: Field): boolean =>
  field.kind === 'gender' || (field.kind === 'choice' && (field.boxes || field.options.length <= FEW))

/** Whether a field takes the whole width of the page. */
export const isWide = (field: Field): boolean =>
  WIDE.includes(field.kind) ||
  field.kind === 'declaration' ||
  field.kind === 'choices' ||
  (field.kind === 'choice' && (field.boxes || field.options.join('').length > 24))
