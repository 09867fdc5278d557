/** Small judges of parsed JSON, put together to say what a line must look like. */
export type Judge = (value: unknown) => boolean

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
export const isText: Judge = value => typeof value === 'string'
export const isFilled: Judge = value => typeof value === 'string' && value !== ''
export const isFlag: Judge = value => typeof value === 'boolean'
export const matches =
  (pattern: RegExp): Judge =>
  value =>
    typeof value === 'string' && pattern.test(value)
export const oneOf =
  (...known: unknown[]): Judge =>
  value =>
    known.includes(value)
export const list =
  (judge: Judge, least = 0): Judge =>
  value =>
    Array.isArray(value) && value.length >= least && value.every(judge)
export const nullOr =
  (judge: Judge): Judge =>
  value =>
    value === null || judge(value)

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** An object with exactly these members. */
export const exactly = (members: Record<string, Judge>): Judge => {
  const names = Object.keys(members)
  return value =>
    isObject(value) &&
    Object.keys(value).length === names.length &&
    names.every(name => Object.hasOwn(value, name) && members[name]!(value[name]))
}

/** A day and time of the calendar, to the second or to the minute, in UTC. */
export const isInstant: Judge = value => isMoment(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
export const isMinute: Judge = value => isMoment(value, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)

/** A log has thousands of entries of the same minute. */
let lastSound: unknown

const isMoment = (value: unknown, pattern: RegExp) => {
  if (value === lastSound && pattern.test(lastSound as string)) return true
  if (typeof value !== 'string' || !pattern.test(value)) return false
  const at = new Date(value)
  const sound = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, value.length - 1) === value.slice(0, -1)
  if (sound) lastSound = value
  return sound
}
