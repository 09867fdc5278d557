import pg from 'pg'

/**
 * How PostgreSQL values reach our code: dates and instants as ISO strings (no zone of the host can
 * shift them), int8 as a number (our counts and fen fit 2^53; beyond it the reader refuses), numeric as text.
 */
const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const INTERVAL = 1186
const NUMERIC = 1700
const ARRAY_OF: Record<number, number> = {
  1016: INT8,
  1182: DATE,
  1115: TIMESTAMP,
  1185: TIMESTAMPTZ,
  1231: NUMERIC,
}

/** int8 → number; throws RangeError past 2^53 − 1, where a number would silently round. */
const wholeNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 value ${text} does not fit a JavaScript number`)
  return value
}

/**
 * '2026-11-21 15:36:06.123456+08' → '2026-11-21T07:36:06.123456Z', microseconds kept for keyset cursors. Our sessions
 * are in +08, so nearly every one takes a short way, the shortest from eight o'clock on, where the day stays the same:
 * that is what a list of fifty rows wants.
 */
const instant = (text: string): string => {
  if (text.endsWith('infinity')) return text
  if (text[10] !== ' ' || !text.endsWith('+08')) return Temporal.Instant.from(text).toString()
  const hour = Number(text.slice(11, 13)) - 8
  if (hour >= 0) return `${text.slice(0, 10)}T${String(hour).padStart(2, '0')}${text.slice(13, -3)}Z`
  const whole = new Date(`${text.slice(0, 10)}T${text.slice(11, 19)}+08:00`).toISOString()
  return `${whole.slice(0, 19)}${text.slice(19, -3)}Z`
}

const asIs = (text: string): string => text
const SCALAR: Record<number, (text: string) => unknown> = {
  [INT8]: wholeNumber,
  [DATE]: asIs,
  [TIMESTAMP]: text => text.replace(' ', 'T'),
  [TIMESTAMPTZ]: instant,
  [INTERVAL]: asIs,
  [NUMERIC]: asIs,
}

// pg's own types describe another arrayParser than the one it has
const parser = pg.types.arrayParser as unknown as {
  create: (text: string, element: (entry: string | null) => unknown) => { parse: () => unknown[] }
}
const arrayOf = (element: (text: string) => unknown) => (text: string) =>
  parser.create(text, entry => (entry === null ? null : element(entry))).parse()

/** The `types` option of a pg client or pool; only text results are asked for anywhere. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const element = ARRAY_OF[oid]
    if (element !== undefined) return arrayOf(SCALAR[element]!)
    return SCALAR[oid] ?? pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}
