/** Values of a query string; empty ones are left out, lists repeat their name. */
export type QueryValues = Record<string, unknown>

/** Fills `{name}` in a contract's path and appends the query. */
export const addressOf = (path: string, params: Record<string, unknown> = {}, query: QueryValues = {}): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`Missing path parameter ${name} of ${path}`)
    return encodeURIComponent(String(params[name]))
  })
  const search = queryString(query)
  return search ? `${filled}?${search}` : filled
}

const queryString = (query: QueryValues) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined && item !== null && item !== '') search.append(name, String(item))
  return search.toString()
}
