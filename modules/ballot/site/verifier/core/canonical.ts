const unpaired = /[\ud800-\udfff]/u

const textOf = (text: string): string => {
  if (unpaired.test(text)) throw new Error('lone surrogate')
  return JSON.stringify(text)
}

/**
 * JCS, RFC 8785, of a value that JSON.parse gave.
 * @throws Error for a lone surrogate, RangeError for nesting without end
 */
export const canonical = (value: unknown): string => {
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = value as Record<string, unknown>
  const names = Object.keys(members).sort()
  return `{${names.map(name => `${textOf(name)}:${canonical(members[name])}`).join(',')}}`
}
