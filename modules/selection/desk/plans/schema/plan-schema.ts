import { type PlanPath, toJsonSchema } from '../../../shared/index.ts'

/** As much of JSON Schema as the plan's own makes use of. */
export type Schema = {
  type?: string
  description?: string
  pattern?: string
  enum?: string[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  $ref?: string
}

let root: Schema & { $defs?: Record<string, Schema> }

const plan = () => {
  root ??= toJsonSchema() as typeof root
  return root
}

/** A schema with its reference followed; what stands beside the reference goes before what it leads to. */
export const resolved = (schema: Schema): Schema => {
  if (!schema.$ref) return schema
  const { $ref, ...own } = schema
  return { ...resolved(plan().$defs![$ref.replace('#/$defs/', '')]!), ...own }
}

/** The alternatives of a union, resolved; a schema that is none is its own only one. */
export const alternatives = (schema: Schema): Schema[] => {
  const { anyOf, oneOf } = resolved(schema)
  return (anyOf ?? oneOf)?.flatMap(alternatives) ?? [resolved(schema)]
}

/** The schema of a part of the plan, with the parts that may stand in a file of their own taken as they are inside it. */
export const partSchema = (part: string): Schema => {
  const own = resolved(plan().properties![part]!)
  const list = alternatives(own).find(({ type }) => type === 'array')
  return list && part !== 'approval' ? { ...list, description: own.description ?? list.description ?? '' } : own
}

/** The schema of one form of the plan. */
export const formSchema = (): Schema => {
  const { additionalProperties } = resolved(plan().properties!.forms!)
  return alternatives(additionalProperties as Schema).find(({ properties }) => properties?.sections)!
}

/** `stages.2.dueBy` as `stages.*.dueBy`, by which references and labels are told. */
export const patternOf = (path: PlanPath): string =>
  path.map(segment => (typeof segment === 'number' ? '*' : segment)).join('.')
