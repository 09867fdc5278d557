import { z } from 'zod'
import { PlanFile } from './shape.ts'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  $ref?: string
  $defs?: Record<string, Schema>
}

/** The JSON Schema by which an editor helps to write `plan.yaml` (draft 2020-12). */
export function toJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(PlanFile, { io: 'input', unrepresentable: 'any', reused: 'ref' })
  return { ...schema, $id: 'https://shishi.example/plan.schema.json', title: '推选方案 plan.yaml' }
}

let root: Schema | undefined

/** The keys that may stand in the object at `path` of `value`; used to guess what a misspelt one was to be. */
export function keysAllowedAt(value: unknown, path: readonly (string | number)[]): string[] {
  root ??= toJsonSchema() as Schema
  let schemas: Schema[] = fitting([root], value)
  let here = value
  for (const segment of path) {
    here = (here as Record<string | number, unknown> | undefined)?.[segment]
    schemas = fitting(
      schemas.flatMap(schema => child(schema, segment)),
      here,
    )
  }
  return [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

function child(schema: Schema, segment: string | number): Schema[] {
  if (typeof segment === 'number') return schema.items ? [schema.items] : []
  const own = schema.properties?.[segment]
  if (own) return [own]
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
}

/** Alternatives spelt out, and those dropped whose fixed values (such as `kind`) the object contradicts. */
function fitting(schemas: Schema[], value: unknown): Schema[] {
  return schemas.flatMap((schema): Schema[] => {
    if (schema.$ref) return fitting([root!.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}], value)
    const branches = schema.anyOf ?? schema.oneOf
    if (branches) return fitting(branches, value)
    return contradicts(schema, value) ? [] : [schema]
  })
}

function contradicts({ properties }: Schema, value: unknown): boolean {
  if (!properties || value === null || typeof value !== 'object') return false
  return Object.entries(properties).some(
    ([name, { const: fixed }]) => fixed !== undefined && Object.hasOwn(value, name) && (value as never)[name] !== fixed,
  )
}
