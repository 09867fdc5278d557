/** Whether a value is of a form. Composed from small ones; written for this verifier, so that it trusts no other code. */
export type Check = (value: unknown) => boolean

export type Members = Record<string, unknown>

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Exactly these members, each of its form. */
export const members = (shape: Record<string, Check>): Check => {
  const checks = Object.entries(shape)
  return value =>
    isObject(value) &&
    Object.keys(value).length === checks.length &&
    checks.every(([name, check]) => Object.hasOwn(value, name) && check(value[name]))
}

export const listOf =
  (check: Check, least = 0, most = Number.POSITIVE_INFINITY): Check =>
  value =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(check)

export const oneOf =
  (...values: unknown[]): Check =>
  value =>
    values.includes(value)

export const matching =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && pattern.test(value)

export const isCount: Check = value => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0)
export const isPositive: Check = value => isCount(value) && value !== 0
export const isFlag: Check = value => typeof value === 'boolean'
export const isText: Check = value => typeof value === 'string' && value === value.normalize('NFC')
export const isWords: Check = value => isText(value) && value !== ''
export const isKey = matching(/^[a-z0-9-]{1,60}$/)
export const isHash = matching(/^[0-9a-f]{64}$/)
export const isBase64url = matching(/^[A-Za-z0-9_-]+$/)
export const isMode = oneOf('blind', 'plain')

/** An instant that exists, with whole seconds or whole minutes. */
const instant =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && pattern.test(value) && written(value) === value

const written = (value: string): string => {
  const time = Date.parse(value)
  if (Number.isNaN(time)) return ''
  const iso = new Date(time).toISOString()
  return value.length === 17 ? `${iso.slice(0, 16)}Z` : `${iso.slice(0, 19)}Z`
}

export const isInstant = instant(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
export const isMinute = instant(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
