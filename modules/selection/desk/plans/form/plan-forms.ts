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

/** The whole plan as the text says it. */
export const usePlan = () => usePlanForms().value

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
  if (list === 'fields')
    return distinct(Object.keys((value.forms ?? {}) as object).flatMap(form => fieldNames(value, form)))
  if (list === 'tags') return distinct(listAt(value, 'categories').flatMap(({ tags }) => named(tags)))
  if (list === 'measures') return measuresOf(value)
  if (list.startsWith('forms.')) return fieldNames(value, list.split('.')[1]!)
  const found = valueAt(value, list.split('.'))
  if (list === 'forms' && found && typeof found === 'object')
    return Object.entries(found).map(([key, form]) => ({ key, name: titleOf(form) ?? key }))
  return named(found)
}

type Loose = Record<string, unknown>

const listAt = (value: unknown, ...path: PlanPath): Loose[] => {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found.filter(item => item !== null && typeof item === 'object') : []
}

const named = (list: unknown): Named[] =>
  listAt({ list }, 'list').flatMap(item =>
    item.key ? [{ key: String(item.key), name: titleOf(item) ?? String(item.key) }] : [],
  )

/** The fields of a form with those inside a group. */
const fieldNames = (value: unknown, form: string): Named[] =>
  listAt(value, 'forms', form, 'sections').flatMap(section =>
    listAt(section, 'fields').flatMap(field => [
      ...named([field]),
      ...named(field.fields).map(({ key, name }) => ({
        key: `${field.key}.${key}`,
        name: `${titleOf(field)}·${name}`,
      })),
    ]),
  )

/** Figures that quotas may rest on: population, and what units are given under names of their own. */
const measuresOf = (value: unknown): Named[] =>
  distinct([
    { key: 'population', name: '人口' },
    ...listAt(value, 'units').flatMap(({ measures }) =>
      Object.keys((measures ?? {}) as object).map(key => ({ key, name: key })),
    ),
  ])

const distinct = (all: Named[]): Named[] => [...new Map(all.map(each => [each.key, each])).values()]

/** What an item of a list is called; a rule by its number and its message. */
export const titleOf = (item: unknown): string | undefined => {
  if (item === null || typeof item !== 'object') return item === undefined ? undefined : String(item)
  const { name, label, title, text, id, message, key, cells } = item as Record<string, unknown>
  if (Array.isArray(cells)) return rowWords(cells)
  if (typeof id === 'string' && typeof message === 'string') return `${id} ${message}`
  const words = [name, label, Array.isArray(title) ? title.join('') : title, text, id, key]
  return words.find((each): each is string => typeof each === 'string' && each !== '')
}

/** A row of an annex's table by its fixed words, or else by what comes in it. */
const rowWords = (cells: Record<string, unknown>[]): string => {
  const words = cells.flatMap(cell => (typeof cell?.label === 'string' ? [cell.label.replaceAll('\n', '')] : []))
  if (words.length > 0) return words.join('｜')
  return cells.map(cell => String(cell?.field ?? cell?.text ?? cell?.seal ?? '序号')).join('｜')
}
