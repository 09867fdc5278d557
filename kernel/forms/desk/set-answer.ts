const isList = (value: unknown): value is unknown[] => Array.isArray(value)

const replace = (value: unknown, parts: string[], next: unknown): unknown => {
  const [part, ...rest] = parts
  if (part === undefined) return next
  if (isList(value)) {
    const index = Number(part)
    return value.map((item, at) => (at === index ? replace(item, rest, next) : item))
  }
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return { ...object, [part]: replace(object[part], rest, next) }
}

/** Answers with those at some paths replaced; everything else stays the same object. */
export const setAnswers = (answers: Record<string, unknown>, changes: Record<string, unknown>) =>
  Object.entries(changes).reduce<Record<string, unknown>>(
    (result, [path, next]) => replace(result, path.split('.'), next) as Record<string, unknown>,
    answers,
  )

/** A list with the item at `from` moved to `to`; outside the list nothing moves. */
export const moved = <T>(list: T[], from: number, to: number): T[] => {
  if (to < 0 || to >= list.length) return list
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}
