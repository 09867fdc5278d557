import type { RuleBinding } from './binding.ts'

type Keyed = { key: string }
type Forms = Record<string, { sections?: { fields: Keyed[] }[] }>
type Named = {
  stages?: Keyed[]
  seals?: Keyed[]
  materials?: Keyed[]
  departments?: Keyed[]
  categories?: (Keyed & { tags?: Keyed[] })[]
  forms?: Forms
}

/** Parameters that name things of the plan, and the names there are; undefined where the plan has no such list. */
const namesFor: Record<string, (plan: Named) => string[] | undefined> = {
  stage: ({ stages }) => keysOf(stages),
  seals: ({ seals }) => keysOf(seals),
  material: ({ materials }) => keysOf(materials),
  materials: ({ materials }) => keysOf(materials),
  departments: ({ departments }) => keysOf(departments),
  tag: ({ categories }) => keysOf(categories?.flatMap(({ tags }) => tags ?? [])),
  field: fieldsAndTags,
  fields: fieldsAndTags,
}

/**
 * Names in a binding's parameters (pointers followed) that the plan does not have: a seal, a stage, a field misspelt
 * would silence its rule for good. `name` says which, `path` where.
 */
export function unknownNames(
  { stage }: RuleBinding,
  params: unknown,
  plan: unknown,
): { path: string[]; name: string }[] {
  const named = (plan ?? {}) as Named
  return [...namesIn({ stage }, [], named), ...namesIn(params, ['with'], named)]
}

function namesIn(value: unknown, path: string[], plan: Named): { path: string[]; name: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const known = Object.hasOwn(namesFor, key) ? namesFor[key]!(plan) : undefined
    if (!known) return namesIn(item, [...path, key], plan)
    const given = (Array.isArray(item) ? item : [item]).filter(name => typeof name === 'string')
    return given.filter(name => !known.includes(name)).map(name => ({ path: [...path, key], name }))
  })
}

function fieldsAndTags({ forms, categories }: Named): string[] | undefined {
  if (!forms) return undefined
  const fields = Object.values(forms).flatMap(({ sections }) => (sections ?? []).flatMap(section => section.fields))
  return [...fields, ...(categories ?? []).flatMap(({ tags }) => tags ?? [])].map(({ key }) => key)
}

const keysOf = (list: Keyed[] | undefined) => list?.map(({ key }) => key)
