const unpaired = /[\ud800-\udfff]/u
/** What stands in JSON as it is: most texts of a record do. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

const textOf = (text: string): string => {
  if (plain.test(text)) return `"${text}"`
  if (unpaired.test(text)) throw new Error('lone surrogate')
  return JSON.stringify(text)
}

/**
 * JCS, RFC 8785, of a value that JSON.parse gave.
 * @throws Error for a lone surrogate, RangeError for nesting without end
 */
export const canonical = (value: unknown): string => {
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value))
    return value.every(Number.isInteger) ? JSON.stringify(value) : `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = value as Record<string, unknown>
  let text = ''
  for (const name of Object.keys(members).sort())
    text += `${text ? ',' : ''}${textOf(name)}:${canonical(members[name])}`
  return `{${text}}`
}
