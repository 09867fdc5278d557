import type { PlanPath } from '../../../shared/index.ts'
import { rules } from '../../../shared/rules/registry.ts'
import { alternatives, patternOf, resolved, type Schema } from './plan-schema.ts'
import { listReferredTo } from './references-here.ts'

/** How a value is entered. */
export type Control =
  | { kind: 'text'; long: boolean }
  | { kind: 'number'; min?: number; max?: number }
  /** `otherwise`: what holds while nothing is said. */
  | { kind: 'flag'; otherwise: boolean }
  | { kind: 'date' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'choices'; options: string[] }
  /** The key of something elsewhere in the plan, or several; `all` where “all of them” may be said. */
  | { kind: 'reference'; list: string; many: boolean; all: boolean }
  | { kind: 'lines' }
  | { kind: 'numbers' }
  /** Values under names of one's own. */
  | { kind: 'record'; value: Schema }
  | { kind: 'items'; item: Schema }
  | { kind: 'group'; schema: Schema }
  /** One of several shapes, told apart by a fixed word (`kind`) or by which key is there. */
  | { kind: 'one-of'; shapes: Shape[] }
  /** What has no control of its own is written as YAML. */
  | { kind: 'yaml' }

export type Shape = { name: string; schema: Schema; tag?: string }

/** The control for what the schema says of a path, and whether `null` (未定) may stand there. */
export const controlFor = (schema: Schema, path: PlanPath): { control: Control; nullable: boolean } => {
  const all = alternatives(schema)
  const shapes = all.filter(({ type }) => type !== 'null')
  return { control: choose(shapes, path), nullable: shapes.length < all.length }
}

const choose = (shapes: Schema[], path: PlanPath): Control => {
  if (patternOf(path) === 'rules.*.rule') return { kind: 'choice', options: Object.keys(rules) }
  const list = listReferredTo(path)
  const many = shapes.some(({ type }) => type === 'array')
  if (list) return { kind: 'reference', list, many, all: shapes.some(shape => shape.const === 'all') }
  if (shapes.length > 1) return oneOf(shapes)
  const [shape] = shapes
  return (shape && (ofArray(shape, path) ?? ofScalar(shape, path))) ?? { kind: 'yaml' }
}

const oneOf = (shapes: Schema[]): Control => {
  if (!shapes.every(({ properties }) => properties)) return { kind: 'yaml' }
  return { kind: 'one-of', shapes: shapes.map(shapeOf) }
}

const shapeOf = (schema: Schema): Shape => {
  const tag = tagOf(schema)
  if (tag) return { name: String(resolved(schema.properties![tag]!).const), schema, tag }
  return { name: Object.keys(schema.properties!)[0]!, schema }
}

/** The property that tells this shape from the others by its fixed word. */
const tagOf = ({ properties = {} }: Schema) =>
  Object.keys(properties).find(name => resolved(properties[name]!).const !== undefined)

const ofArray = (schema: Schema, path: PlanPath): Control | undefined => {
  if (schema.type !== 'array' || !schema.items) return undefined
  const items = alternatives(schema.items)
  if (items.some(({ properties }) => properties)) return { kind: 'items', item: schema.items }
  const [item] = items
  if (item?.enum) return { kind: 'choices', options: item.enum }
  if (item?.type === 'number') return { kind: 'numbers' }
  return item?.type === 'string' && path.length > 0 ? { kind: 'lines' } : undefined
}

const ofScalar = ({ type, enum: options, pattern, minimum, maximum, ...schema }: Schema, path: PlanPath) => {
  if (options) return { kind: 'choice', options } as const
  if (type === 'boolean') return { kind: 'flag', otherwise: schema.default === true } as const
  if (type === 'integer' || type === 'number')
    return {
      kind: 'number',
      ...(minimum !== undefined && { min: minimum }),
      ...(maximum !== undefined && { max: maximum }),
    } as const
  if (type === 'string') {
    if (pattern?.startsWith('^\\d{4}-')) return { kind: 'date' } as const
    return { kind: 'text', long: longWords.has(String(path.at(-1))) } as const
  }
  if (schema.properties) return { kind: 'group', schema: { ...schema } } as const
  const { additionalProperties: value } = schema
  const scalar =
    typeof value === 'object' && alternatives(value).every(each => each.type === 'integer' || each.type === 'number')
  return scalar ? ({ kind: 'record', value } as const) : undefined
}

/** Fields that hold sentences. */
const longWords = new Set([
  'hint',
  'statement',
  'purpose',
  'text',
  'does',
  'note',
  'message',
  'source',
  'description',
  'result',
])
