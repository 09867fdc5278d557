import { createContext, useContext } from 'react'
import type { PlanFault, PlanPath } from '../../../shared/index.ts'
import { type PlanEdit, valueAt } from '../text/edit-plan.ts'

export type PlanForms = {
  /** The plan as the text says it, sound or not. */
  value: Record<string, unknown>
  edit: (edit: PlanEdit) => void
  faults: readonly PlanFault[]
  /** The field that somebody jumped to: lists on the way open. */
  target: PlanPath | undefined
}

export const PlanFormsContext = createContext<PlanForms | undefined>(undefined)

const usePlanForms = (): PlanForms => {
  const forms = useContext(PlanFormsContext)
  if (!forms) throw new Error('a plan field stands outside the plan editor')
  return forms
}

/** What stands at a path, how to change it, and what is wrong with exactly this. */
export const usePlanValue = (path: PlanPath) => {
  const { value, edit, faults, target } = usePlanForms()
  const name = path.join('.')
  return {
    value: valueAt(value, path),
    /** Undefined takes the field out. */
    set: (next: unknown) => edit(next === undefined ? { kind: 'remove', path } : { kind: 'set', path, value: next }),
    edit,
    faults: faults.filter(fault => fault.path.join('.') === name),
    faultsWithin: faults.filter(fault => `${fault.path.join('.')}.`.startsWith(`${name}.`)).length,
    targeted: target !== undefined && `${target.join('.')}.`.startsWith(`${name}.`),
    target,
  }
}

export type Named = { key: string; name: string }

/** What a reference may name: the members of a list of the plan, or its forms. */
export const useNamed = (list: string): Named[] => {
  const { value } = usePlanForms()
  const found = valueAt(value, list.split('.'))
  if (list === 'forms' && found && typeof found === 'object')
    return Object.entries(found).map(([key, form]) => ({ key, name: titleOf(form) ?? key }))
  if (!Array.isArray(found)) return []
  return found.filter(item => item?.key).map(item => ({ key: String(item.key), name: titleOf(item) ?? item.key }))
}

/** What an item of a list is called; a rule by its number and its message. */
export const titleOf = (item: unknown): string | undefined => {
  if (item === null || typeof item !== 'object') return item === undefined ? undefined : String(item)
  const { name, title, text, id, message, key } = item as Record<string, unknown>
  if (typeof id === 'string' && typeof message === 'string') return `${id} ${message}`
  const words = [name, Array.isArray(title) ? title.join('') : title, text, id, key]
  return words.find((each): each is string => typeof each === 'string' && each !== '')
}
