import type { Api } from '#kernel/access/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { buildApp } from '../app.ts'
import { bodies } from './bodies.ts'
import type { Asker } from './places.ts'
import { type Asked, requestFor } from './request.ts'
import { secrets } from './secrets.ts'
import type { Row } from './table.ts'
import type { Rows, World } from './world.ts'

type Paths = Record<string, Record<string, Asked['operation']>>

/** Anything else means that the request was let in, if only to be told that the moment is wrong. */
const refusals = new Set([401, 403, 404])

class TakeBack extends Error {}

/** Every endpoint asked by everybody, all in one transaction that is taken back at the end. */
export const askEverything = async (db: Db, world: World): Promise<Row[]> => {
  let found: Row[] = []
  const work = async (tx: Tx) => {
    found = await askAll(tx, world)
    throw new TakeBack()
  }
  await db
    .transaction()
    .execute(work)
    .catch((error: Error) => {
      if (!(error instanceof TakeBack)) throw error
    })
  return found
}

const askAll = async (tx: Tx, { askers, rows }: World): Promise<Row[]> => {
  const api = buildApp(tx, { demo: true, trustProxy: 0 })
  const { paths } = (await (await api.app.request('/openapi.json')).json()) as { paths: Paths }
  const found: Row[] = []
  for (const { method, path, policy, open } of api.endpoints)
    for (const { words, about } of variantsOf(path, rows)) {
      const asked = { method, path, operation: paths[path]![method]! }
      const row: Row = { method, path: path + words, policy, open, letIn: [], unclear: [], leaks: [] }
      for (const asker of askers) await ask(tx, api, asker, requestFor(asked, about, bodies(about)), row)
      found.push(row)
    }
  return found
}

/** A draft is another thing to look at than what was handed in. */
const variantsOf = (path: string, rows: Rows): { words: string; about: Rows }[] =>
  path.startsWith('/api/selection/nominations/{id}')
    ? [
        { words: ' (handed in)', about: rows },
        { words: ' (draft)', about: { ...rows, nomination: rows.draft! } },
      ]
    : [{ words: '', about: rows }]

/** One request; what it changes is taken back before the next. */
const ask = async (tx: Tx, { app }: Api, asker: Asker, request: ReturnType<typeof requestFor>, row: Row) => {
  await sql`savepoint before_request`.execute(tx)
  const headers = { ...request.init.headers, cookie: asker.cookie }
  const answer = await app.request(request.address, { ...request.init, headers })
  const text = await answer.text()
  await sql`rollback to savepoint before_request`.execute(tx)
  const code = answer.ok ? '' : codeOf(text)
  if (code === 'session.missing' && asker.cookie) throw new Error(`${asker.name} has no session`)
  if (code.startsWith('input.')) row.unclear.push(`${code} ${text}`)
  else if (!refusals.has(answer.status)) row.letIn.push(asker)
  for (const { what, words, mayRead } of secrets)
    if (text.includes(words) && !mayRead(asker)) row.leaks.push(`${asker.name} reads ${what}`)
}

const codeOf = (text: string): string => {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? ''
  } catch {
    return ''
  }
}
