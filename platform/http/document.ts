import { z } from 'zod'
import { type Endpoint, isWrite } from './shared/endpoint.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the given endpoints; its schemas are the JSON Schemas that zod itself gives (2020-12 in both). */
export const openApi = (endpoints: Endpoint[], info: { title: string; version: string }): Json => {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {}
    paths[endpoint.path]![endpoint.method] = operation(endpoint)
  }
  return { openapi: '3.1.0', info, paths }
}

const operation = (endpoint: Endpoint): Json => ({
  ...(endpoint.summary && { summary: endpoint.summary }),
  parameters: [
    ...parameters('path', endpoint.params),
    ...parameters('query', endpoint.query),
    ...(isWrite(endpoint.method) ? [idempotencyKey] : []),
  ],
  ...(endpoint.body && { requestBody: { required: true, content: json(schemaOf(endpoint.body, 'input')) } }),
  responses: {
    200: { description: '完成', content: json(schemaOf(endpoint.answer, 'output')) },
    default: { description: '未能完成', content: { 'application/problem+json': {} } },
  },
})

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  schema: { type: 'string' },
  description: '同一编号只办一次；回复丢失时用原编号重发，得到原来的答复',
}

const json = (schema: Json) => ({ 'application/json': { schema } })

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return plain
}

const parameters = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    in: place,
    name,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}
