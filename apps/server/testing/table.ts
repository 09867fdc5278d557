import { type Asker, allRoles, places } from './places.ts'

/** One endpoint and whom it lets in. */
export type Row = {
  method: string
  path: string
  policy: string
  open: string | undefined
  letIn: Asker[]
  /** Requests that the endpoint did not understand, so that nothing can be said. */
  unclear: string[]
  /** Requests over which the server failed. */
  broken: string[]
  /** What was read by somebody who must not. */
  leaks: string[]
  /** Those who were given a secret on purpose, on record. */
  given: string[]
  /** Those who were given a file, and those of them whose taking is nowhere on record. */
  took: string[]
  unrecorded: string[]
}

const head = `# Who may do what

Every endpoint and whom it lets in, found by asking: \`apps/server/access-matrix.test.ts\` sends each request as every role
at every place and as slips and a visitor, about rows that exist, and fails where this page says otherwise or lacks an
endpoint. The work asked about is that of one recommending unit (*own*) in a campaign of the *city* above it; *province*
is above that, *child* below the unit, *sibling* beside it, and the *other city* has nothing to do with it. Whoever is not
named gets 401, 403 or 404. An endpoint that only answers about the caller lets in everybody who is signed in.
`

/** The whole page, an endpoint a line, in the order of the rooms. */
export const accessTable = (matrix: Row[]): string => {
  const rooms = Map.groupBy(matrix, ({ path }) => path.split('/').slice(1, 3).join('/'))
  const parts = [...rooms].map(
    ([room, rows]) => `\n## /${room}\n\n| Endpoint | Lets in |\n|---|---|\n${rows.map(lineOf).join('\n')}\n`,
  )
  return head + parts.join('')
}

const lineOf = (row: Row) => `| \`${row.method} ${row.path}\` | ${wordsOf(row)} |`

const wordsOf = ({ letIn, open }: Row): string => {
  if (letIn.some(({ place }) => place === 'visitor')) return `everyone: ${open ?? ''}`
  const atPlaces = places.map(place => [place, rolesAt(letIn, place)] as const).filter(([, roles]) => roles)
  const byRoles = Map.groupBy(atPlaces, ([, roles]) => roles)
  const parts = [...byRoles].map(
    ([roles, at]) => `${at.length === places.length ? 'everywhere' : at.map(([place]) => place).join(', ')}: ${roles}`,
  )
  const slips = letIn.filter(({ place }) => place.startsWith('slip')).map(({ name }) => name)
  return [...parts, ...slips].join(' · ') || 'nobody'
}

const rolesAt = (letIn: Asker[], place: string): string => {
  const roles = letIn.filter(asker => asker.place === place).map(({ role }) => role)
  return roles.length === allRoles.length ? 'every role' : roles.sort().join(', ')
}
