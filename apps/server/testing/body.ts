type Schema = {
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  type?: string
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const texts: Record<string, string> = {
  date: '2017-06-01',
  'date-time': '2017-06-01T08:00:00+08:00',
  uri: 'https://example.org/',
  email: 'sample@example.org',
}

const text = ({ format, minLength = 1 }: Schema) => texts[format ?? ''] ?? 'x'.repeat(Math.max(1, minLength))

/** The least that a schema lets pass, so that a request gets as far as the question who may make it. */
export const leastOf = (schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return leastOf(choice[0]!)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map(key => [key, leastOf(schema.properties?.[key] ?? {})]))
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastOf(schema.items ?? {}))
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    default:
      return schema.type === 'null' ? null : {}
  }
}
