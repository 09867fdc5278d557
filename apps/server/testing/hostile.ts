import type { Asked, Request } from './request.ts'

/** What a hand-made request may hold instead of a value: no character, no number of a row, no day, no shape. */
const values = ['甲\u0000乙', '\ud800', -1, 1.5, 9_007_199_254_740_991, null, '9999-12-31']
const words = ['%00', '-1', '1.5', '9223372036854775808', '9999-12-31']

type Place = string[]

const placesIn = (body: unknown, at: Place = []): Place[] => {
  const inside = typeof body === 'object' && body !== null ? Object.entries(body) : []
  if (inside.length > 0) return inside.flatMap(([key, value]) => placesIn(value, [...at, key]))
  return at.length > 0 ? [at] : []
}

const put = (body: unknown, [key, ...rest]: Place, value: unknown): unknown => {
  const copy = Array.isArray(body) ? [...body] : { ...(body as object) }
  const held = copy as Record<string, unknown>
  held[key!] = rest.length > 0 ? put(held[key!], rest, value) : value
  return copy
}

/** The request with something else in one place at a time: in its path, its query and its body. */
export const twisted = (operation: Asked, request: Request): (Request & { what: string })[] => [
  ...inPath(operation, request),
  ...inQuery(operation, request),
  ...(operation.operation.requestBody ? inBody(request) : []),
]

const inPath = ({ path }: Asked, request: Request) => {
  const [given, query] = request.address.split('?') as [string, string?]
  const parts = given.split('/')
  const named = path.split('/').flatMap((part, n) => (part.startsWith('{') ? [{ part, n }] : []))
  return named.flatMap(({ part, n }) =>
    words.map(word => ({
      ...request,
      what: `${part} = ${word}`,
      address: parts.with(n, word).join('/') + (query === undefined ? '' : `?${query}`),
    })),
  )
}

const inQuery = ({ operation }: Asked, request: Request) => {
  const [path, query = ''] = request.address.split('?') as [string, string?]
  return operation.parameters
    .filter(each => each.in === 'query')
    .flatMap(({ name }) => {
      const others = query.split('&').filter(each => each && !each.startsWith(`${name}=`))
      return words.map(word => ({
        ...request,
        what: `?${name} = ${word}`,
        address: `${path}?${[...others, `${name}=${word}`].join('&')}`,
      }))
    })
}

const inBody = (request: Request) => {
  const body = JSON.parse((request.init as { body: string }).body)
  return placesIn(body).flatMap(place =>
    values.map(value => ({
      ...request,
      what: `${place.join('.')} = ${JSON.stringify(value)}`,
      init: { ...request.init, body: JSON.stringify(put(body, place, value)) },
    })),
  )
}
