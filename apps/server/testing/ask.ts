import type { Api } from '#kernel/access/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { buildApp } from '../app.ts'
import { bodies } from './bodies.ts'
import type { Asker } from './places.ts'
import { readable } from './readable.ts'
import { type Asked, requestFor } from './request.ts'
import { onRecord, secrets } from './secrets.ts'
import type { Row } from './table.ts'
import type { Rows, World } from './world.ts'

type Paths = Record<string, Record<string, Asked['operation']>>

/** Anything else means that the request was let in, if only to be told that the moment is wrong. */
export const refusals = new Set([401, 403, 404])

class TakeBack extends Error {}

/** Every endpoint asked by everybody. */
export const askEverything = (db: Db, { askers, rows }: World): Promise<Row[]> =>
  takenBack(db, async tx => {
    const { api, asked } = await everyEndpoint(tx, rows)
    const at = { tx, api, entries: await entriesIn(tx) }
    const found: Row[] = []
    for (const { operation, words, about, policy, open } of asked) {
      const { method, path } = operation
      const row: Row = {
        method,
        path: path + words,
        policy,
        open,
        letIn: [],
        unclear: [],
        leaks: [],
        given: [],
        took: [],
        unrecorded: [],
      }
      for (const asker of askers) await ask(at, asker, requestFor(operation, about, bodies(about)), row)
      found.push(row)
    }
    return found
  })

/** Work in one transaction that is taken back at the end. */
export const takenBack = async <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => {
  let found: { is: T } | undefined
  const transaction = db.transaction().execute(async tx => {
    found = { is: await work(tx) }
    throw new TakeBack()
  })
  await transaction.catch((error: Error) => {
    if (!(error instanceof TakeBack)) throw error
  })
  return found!.is
}

/** The product on a transaction, with its endpoints as /openapi.json tells them and the rows they may be asked about. */
export const everyEndpoint = async (tx: Tx, rows: Rows) => {
  const api = buildApp(tx, { demo: true, trustProxy: 0 })
  const { paths } = (await (await api.app.request('/openapi.json')).json()) as { paths: Paths }
  const asked = api.endpoints.flatMap(({ method, path, policy, open }) =>
    variantsOf(path, rows).map(({ words, about }) => ({
      operation: { method, path, operation: paths[path]![method]! },
      words,
      about,
      policy,
      open,
    })),
  )
  return { api, asked }
}

/** A draft is another thing to look at than what was handed in. */
const variantsOf = (path: string, rows: Rows): { words: string; about: Rows }[] =>
  path.startsWith('/api/selection/nominations/{id}')
    ? [
        { words: ' (handed in)', about: rows },
        { words: ' (draft)', about: { ...rows, nomination: rows.draft! } },
      ]
    : [{ words: '', about: rows }]

/** One request; what it changes is looked at, where `look` is given, and taken back before the next. */
export const send = async <T>(
  tx: Tx,
  { app }: Api,
  asker: Asker,
  { address, init }: ReturnType<typeof requestFor>,
  look?: () => Promise<T>,
) => {
  await sql`savepoint before_request`.execute(tx)
  const answer = await app.request(address, { ...init, headers: { ...init.headers, cookie: asker.cookie } })
  const text = readable(new Uint8Array(await answer.arrayBuffer()))
  const isFile = answer.ok && answer.headers.has('content-disposition')
  const seen = answer.ok ? await look?.() : undefined
  await sql`rollback to savepoint before_request`.execute(tx)
  // Else every request would nest one level deeper, until the server has no room for another lock.
  await sql`release savepoint before_request`.execute(tx)
  return { status: answer.status, ok: answer.ok, text, isFile, seen }
}

/** Entries of the record. */
const entriesIn = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(tx)
  return rows[0]!.count
}

type At = { tx: Tx; api: Api; entries: number }

const ask = async ({ tx, api, entries }: At, asker: Asker, request: ReturnType<typeof requestFor>, row: Row) => {
  const { status, ok, text, isFile, seen } = await send(tx, api, asker, request, () => entriesIn(tx))
  const code = ok ? '' : codeOf(text)
  if (code === 'session.missing' && asker.cookie) throw new Error(`${asker.name} has no session`)
  if (code.startsWith('input.')) row.unclear.push(`${code} ${text}`)
  else if (!refusals.has(status)) row.letIn.push(asker)
  if (isFile) row.took.push(asker.name)
  if (isFile && seen === entries) row.unrecorded.push(asker.name)
  const asked = onRecord.has(`${row.method} ${row.path}`)
  for (const { what, words, mayRead, mayTake } of secrets) {
    if (!text.includes(words) || mayRead(asker)) continue
    if (asked && mayTake?.(asker)) row.given.push(asker.name)
    else row.leaks.push(`${asker.name} reads ${what}`)
  }
}

const codeOf = (text: string): string => {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? ''
  } catch {
    return ''
  }
}
