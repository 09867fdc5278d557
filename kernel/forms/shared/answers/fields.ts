import type { Field } from '../definition/field.ts'
import type { Answers, FormDefinition } from '../definition/form.ts'

/** Every top-level field in the order of the page. */
export const fieldsOf = (form: FormDefinition): Field[] => form.sections.flatMap(section => section.fields)

/** The field at a path: `liaison.phone`, `resume.2.start` (a table kind's cell gives the table itself). */
export const fieldAt = (form: FormDefinition, path: string): Field | undefined => {
  const [key, ...rest] = path.split('.')
  const field = fieldsOf(form).find(one => one.key === key)
  if (!field || (field.kind !== 'group' && field.kind !== 'rows')) return field
  const inner = rest.find(part => !/^\d+$/.test(part))
  return inner === undefined ? field : field.fields.find(one => one.key === inner)
}

/** The value at a path of nested answers; undefined where there is none. */
export const answerAt = (answers: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    return (value as Record<string, unknown>)[part]
  }, answers)

/** Whether a field is asked of this class of unit; a field without classes is asked of all. */
export const appliesTo = (field: Field, unitClass: string | undefined): boolean =>
  field.unitClasses === undefined || unitClass === undefined || field.unitClasses.includes(unitClass)

/** Answers to keep when `by` saves: fields that another fills stay as they were, unknown keys are dropped. */
export const keepLocked = (
  form: FormDefinition,
  before: Answers,
  after: Answers,
  by: 'unit' | 'organiser',
): Answers => {
  const pick = (field: Field) => (by === 'unit' && field.filledBy === 'organiser' ? before : after)[field.key]
  const kept = fieldsOf(form).map(field => [field.key, pick(field)] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}
