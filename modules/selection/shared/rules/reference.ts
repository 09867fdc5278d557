/**
 * A limit stands once in a plan: a binding may point at it instead of repeating it.
 * `limit: { plan: materials.article.text.max }` reads `plan.materials`, its entry with key `article`, and so on;
 * a number counts from 0 in a list without keys; `forms.NAME.fields.KEY` finds a field of a form in whichever section it stands.
 */
type Pointer = { plan: string }

/** Replaces every pointer in a binding's parameters; those that lead nowhere are collected in `missing`. */
export function resolved(value: unknown, plan: unknown, missing: string[] = []): unknown {
  if (isPointer(value)) return follow(value.plan, plan, missing)
  if (Array.isArray(value)) return value.map(item => resolved(item, plan, missing))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, plan, missing)]))
}

function isPointer(value: unknown): value is Pointer {
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(value).length === 1 && typeof (value as Partial<Pointer>).plan === 'string'
}

function follow(path: string, plan: unknown, missing: string[]): unknown {
  const found = path.split('.').reduce(step, plan)
  if (found === undefined) missing.push(path)
  return found
}

function step(from: unknown, segment: string): unknown {
  if (Array.isArray(from))
    return /^\d+$/.test(segment) ? from[Number(segment)] : from.find(item => item?.key === segment)
  if (typeof from !== 'object' || from === null) return undefined
  if (segment === 'fields' && 'sections' in from)
    return (from.sections as { fields: unknown[] }[]).flatMap(s => s.fields)
  return Object.hasOwn(from, segment) ? (from as Record<string, unknown>)[segment] : undefined
}
