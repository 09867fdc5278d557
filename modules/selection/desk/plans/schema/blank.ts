import type { Shape } from './control.ts'
import { alternatives, resolved, type Schema } from './plan-schema.ts'

/** A new item with the fields that must be there, empty; its key is one that no other item of the list bears. */
export const blankItem = (schema: Schema, list: readonly unknown[], stem: string): unknown => {
  const shape = alternatives(schema).find(({ type }) => type !== 'null')
  const hyphens = resolved(shape?.properties?.key ?? {}).pattern?.includes('-]') ?? true
  return withKey(blank(schema), list, hyphens ? `${stem}-` : stem)
}

/** A value of the first shape that the schema allows, with what must be there. */
export const blank = (schema: Schema): unknown => {
  const shape = alternatives(schema).find(({ type }) => type !== 'null') ?? {}
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.type === 'array') return []
  if (shape.type === 'boolean') return false
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1)
  return shape.properties ? blankGroup(shape) : ''
}

const blankGroup = ({ properties = {}, required = [] }: Schema) =>
  Object.fromEntries(required.map(name => [name, blank(properties[name]!)]))

/** What becomes of a value when another shape is chosen: what both have stays. */
export const reshaped = (value: unknown, { schema }: Shape): unknown => {
  const kept = value && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  const properties = schema.properties ?? {}
  const own = Object.entries(kept).filter(
    ([name]) => properties[name] && resolved(properties[name]).const === undefined,
  )
  return { ...(blank(schema) as object), ...Object.fromEntries(own) }
}

const withKey = (item: unknown, list: readonly unknown[], stem: string): unknown => {
  if (!item || typeof item !== 'object' || !('key' in item)) return item
  const taken = new Set(list.map(each => (each as { key?: string } | null)?.key))
  let number = list.length + 1
  while (taken.has(`${stem}${number}`)) number += 1
  return { ...item, key: `${stem}${number}` }
}
