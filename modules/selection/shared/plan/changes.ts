import { canonicalJson } from './canonical.ts'
import type { PlanPath } from './flaw.ts'

/** One difference between two plans. Members of lists are named by their `key` or `id`, others by position. */
export type PlanChange = {
  path: PlanPath
  kind: 'added' | 'removed' | 'changed'
  before?: unknown
  after?: unknown
}

/** What changed from one plan to another, field by field, in the order of the parts; nothing if they say the same. */
export function planChanges(before: unknown, after: unknown, path: PlanPath = []): PlanChange[] {
  if (Object.is(before, after)) return []
  if (before === undefined) return [{ path, kind: 'added', after }]
  if (after === undefined) return [{ path, kind: 'removed', before }]
  if (isNamedList(before) && isNamedList(after))
    return [...inside(byName(before), byName(after), path), ...reordered(before, after, path)]
  if (isRecord(before) && isRecord(after)) return inside(before, after, path)
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, kind: 'changed', before, after }]
}

function inside(before: Record<string, unknown>, after: Record<string, unknown>, path: PlanPath): PlanChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name => planChanges(before[name], after[name], [...path, name]))
}

/** Order carries meaning in a plan: units stand in official order, stages in the order in which they happen. */
function reordered(before: Named[], after: Named[], path: PlanPath): PlanChange[] {
  const names = (list: Named[], other: Named[]) => {
    const shared = new Set(other.map(nameOf))
    return list.map(nameOf).filter(name => shared.has(name))
  }
  const [was, is] = [names(before, after), names(after, before)]
  return was.join() === is.join() ? [] : [{ path: [...path, ORDER], kind: 'changed', before: was, after: is }]
}

/** Stands in a path for the order of a list. */
export const ORDER = '#order'

type Named = { key: string } | { id: string }
const nameOf = (item: Named) => ('key' in item ? item.key : item.id)
const byName = (list: Named[]) => Object.fromEntries(list.map(item => [nameOf(item), item]))

function isNamedList(value: unknown): value is Named[] {
  const named = (item: unknown) => isRecord(item) && (typeof item.key === 'string' || typeof item.id === 'string')
  return Array.isArray(value) && value.length > 0 && value.every(named)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
