/** One place where two versions differ, by its path. */
export type Difference = { path: string; mine: unknown; theirs: unknown }

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Objects are equal whatever the order of their keys (jsonb keeps its own), and an empty answer, or a group of them, equals none. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isFields(value)) return value === '' ? null : (value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== '' && inner !== null)
  if (entries.length === 0) return null
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}

/** Where two versions differ, to `depth` levels: `answers.name`, `articles.article`. */
export const differences = (mine: Fields, theirs: Fields, depth = 2, prefix = ''): Difference[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap(key => {
    const path = prefix + key
    const [a, b] = [mine[key], theirs[key]]
    if (same(a, b)) return []
    const nested = depth > 1 && (isFields(a) || isFields(b))
    return nested
      ? differences(isFields(a) ? a : {}, isFields(b) ? b : {}, depth - 1, `${path}.`)
      : [{ path, mine: a, theirs: b }]
  })

/** My version with those places taken from theirs that were chosen so. */
export const merged = <T extends Fields>(mine: T, chosen: Difference[]): T =>
  chosen.reduce<Fields>((value, { path, theirs }) => put(value, path.split('.'), theirs), mine) as T

const put = (value: Fields, [head, ...rest]: string[], next: unknown): Fields => {
  if (head === undefined) return value
  if (rest.length === 0) return { ...value, [head]: next }
  const inner = value[head]
  return { ...value, [head]: put(isFields(inner) ? inner : {}, rest, next) }
}
