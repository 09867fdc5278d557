import { z } from 'zod'
import type { PlanPath } from '../../../shared/index.ts'
import { rules } from '../../../shared/rules/registry.ts'
import { patternOf, type Schema } from './plan-schema.ts'

const known = new Map<string, Schema>()

/** What a rule's function asks for, as its own schema says; undefined for a function there is not. */
export const paramSchema = (rule: unknown): Schema | undefined => {
  if (typeof rule !== 'string' || !Object.hasOwn(rules, rule)) return undefined
  if (!known.has(rule))
    known.set(rule, z.toJSONSchema(rules[rule]!.params, { io: 'input', unrepresentable: 'any' }) as Schema)
  return known.get(rule)
}

/**
 * The fields of an object, where one of them depends on another: a rule's parameters are those of its function. What
 * the function does not know stays to be corrected as text.
 */
export const fieldsOf = (schema: Schema, path: PlanPath, value: Record<string, unknown>): Schema => {
  if (patternOf(path) !== 'rules.*') return schema
  const own = paramSchema(value.rule)
  if (!own) return schema
  const names = Object.keys(own.properties ?? {})
  const given = Object.keys((value.with ?? {}) as object)
  if (given.some(name => !names.includes(name))) return schema
  const { with: _, ...others } = schema.properties ?? {}
  if (names.length === 0) return { ...schema, properties: others }
  const wanted = own.required?.length ? [...(schema.required ?? []), 'with'] : (schema.required ?? [])
  return { ...schema, required: wanted, properties: { ...schema.properties, with: own } }
}

/** `{ plan: path }`: a figure that stands elsewhere in the plan. */
export const pointedAt = (value: unknown): string | undefined => {
  if (value === null || typeof value !== 'object' || Object.keys(value).length !== 1) return undefined
  const { plan } = value as { plan?: unknown }
  return typeof plan === 'string' ? plan : undefined
}
