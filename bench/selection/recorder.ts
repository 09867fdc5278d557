import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { buildApp } from '#apps/server/app.ts'
import type { Tables } from '#database/tables.ts'
import { openPool } from '#platform/db/index.ts'
import type { LoadRequest } from '../load/index.ts'

type Statement = { sql: string; parameters: readonly unknown[] }
export type Recorder = { record: (request: LoadRequest) => Promise<string[]>; stop: () => Promise<void> }

/** A value as it stands in SQL text, so that a statement needs no parameters. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return pg.escapeLiteral(String(value))
}

const inline = ({ sql, parameters }: Statement): string =>
  sql.replaceAll(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]))

/** The same application in this process, on a pool that notes every statement: what a request really asks. */
export const startRecorder = (url: string): Recorder => {
  let noted: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: openPool(url) }),
    log: ({ query }) => void noted.push(query),
  })
  const { app } = buildApp(db, { demo: false, trustProxy: 0 })
  const ask = async ({ method, path, cookie, body }: LoadRequest) => {
    noted = []
    const headers = { cookie, 'content-type': 'application/json' }
    return app.request(path, { method, headers, ...(body && { body }) })
  }
  const record = async (request: LoadRequest) => {
    const first = await ask(request)
    // A save is asked again with the revision that stands: earlier ones have moved it on.
    const answer = first.status === 409 ? await ask(standing(request, await first.json())) : first
    if (answer.status !== 200) throw new Error(`${request.method} ${request.path}: ${await answer.text()}`)
    return noted.map(inline)
  }
  return { record, stop: () => db.destroy() }
}

const standing = (request: LoadRequest, { current }: { current: { revision: number } }): LoadRequest => ({
  ...request,
  body: request.body!.replace(/"revision":\d+/, `"revision":${current.revision}`),
})
