import type { PlanPath } from './flaw.ts'

/** A value somewhere in the plan, with the way to it. */
export type Found = { path: PlanPath; value: unknown }

/**
 * Everything that a pattern such as `stages.*.materials.*` points at. `*` stands for every item of a list or every
 * entry of a record; absent parts give nothing.
 */
export function find(root: unknown, pattern: string): Found[] {
  return pattern
    .split('.')
    .reduce<Found[]>((found, segment) => found.flatMap(one => step(one, segment)), [{ path: [], value: root }])
}

function step({ path, value }: Found, segment: string): Found[] {
  if (value === null || typeof value !== 'object') return []
  if (segment !== '*') {
    const next = (value as Record<string, unknown>)[segment]
    return next === undefined ? [] : [{ path: [...path, segment], value: next }]
  }
  if (Array.isArray(value)) return value.map((item, index) => ({ path: [...path, index], value: item }))
  return Object.entries(value).map(([name, item]) => ({ path: [...path, name], value: item }))
}
