import type { Api } from '#kernel/access/index.ts'
import { type Db, sql, type Tx, together } from '#platform/db/index.ts'
import { buildApp } from '../app.ts'
import { bodies } from './bodies.ts'
import type { Asker } from './places.ts'
import { readable } from './readable.ts'
import { type Asked, asPdf, type Request, requestFor } from './request.ts'
import { onRecord, secrets } from './secrets.ts'
import type { Row } from './table.ts'
import type { Rows, World } from './world.ts'

type Paths = Record<string, Record<string, Asked['operation']>>

/** Anything else means that the request was let in, if only to be told that the moment is wrong. */
export const refusals = new Set([401, 403, 404])

/**
 * What the server fails over here and nowhere else: moving the demo's clock runs every sweep on a connection of its own,
 * which the one transaction of these tests does not have (kernel/access/demo-clock.test.ts and e2e move it for real).
 */
export const failsInTransaction = ['post /api/demo/clock']

class TakeBack extends Error {}

/** Every endpoint asked by everybody. */
export const askEverything = (db: Db, { askers, rows }: World): Promise<Row[]> =>
  takenBack(db, async tx => {
    const { asked, send } = await everyEndpoint(tx, rows)
    const at = { tx, send, entries: await entriesIn(tx) }
    const found: Row[] = []
    for (const { operation, words, policy, open, request, pdf } of asked) {
      const row: Row = {
        method: operation.method,
        path: operation.path + words,
        ...{ policy, open, letIn: [], unclear: [], broken: [], leaks: [], given: [], took: [], unrecorded: [] },
      }
      for (const asker of askers) {
        const { isFile } = await ask(at, asker, request, row)
        // What is open to everyone is the same for everyone.
        if (pdf && isFile && (!open || asker === askers.at(-1))) await look(at, asker, pdf, row)
      }
      found.push(row)
    }
    return found
  })

/** Work in one transaction that is taken back at the end; what is asked of it at once travels at once. */
export const takenBack = async <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => {
  let found: { is: T } | undefined
  const transaction = db.transaction().execute(async tx => {
    // The record is written at a commit, and here there is none.
    await sql`set constraints all immediate`.execute(tx)
    found = { is: await together(tx, bound => work(bound as Tx)) }
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
  const [whole, draft] = [asAbout('', rows), asAbout(' (draft)', { ...rows, nomination: rows.draft! })]
  const handedIn = { ...whole, words: ' (handed in)' }
  const asked = api.endpoints.flatMap(({ method, path, policy, open }) => {
    const operation = { method, path, operation: paths[path]![method]! }
    // A draft is another thing to look at than what was handed in.
    const variants = path.startsWith('/api/selection/nominations/{id}') ? [handedIn, draft] : [whole]
    return variants.map(({ words, about, told }) => {
      const request = requestFor(operation, about, told)
      return { operation, words, policy, open, request, pdf: asPdf(operation, request) }
    })
  })
  return { api, asked, send: await sender(tx, api) }
}

const asAbout = (words: string, about: Rows) => ({ words, about, told: bodies(about) })

type Look<T> = (isFile: boolean) => Promise<T> | undefined

/**
 * Sends one request; what it changes is looked at, where `look` is given, and taken back before the next. The savepoint
 * stays where it is: a new one for each request would nest until the server has no room for another lock.
 */
const sender = async (tx: Tx, { app }: Api) => {
  await sql`savepoint before_request`.execute(tx)
  let takenBack: Promise<unknown> = Promise.resolve()
  return async <T>(asker: Asker, { address, init }: Request, look?: Look<T>) => {
    const answer = await app.request(address, { ...init, headers: { ...init.headers, cookie: asker.cookie } })
    await takenBack
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isFile = answer.ok && answer.headers.has('content-disposition')
    const seen = answer.ok ? await look?.(isFile) : undefined
    // Sent along with the next request, which comes after it on the one connection.
    takenBack = sql`rollback to savepoint before_request`.execute(tx)
    takenBack.catch(() => {})
    return { status: answer.status, ok: answer.ok, text: await readable(bytes), isFile, seen }
  }
}

/** Entries of the record. */
const entriesIn = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(tx)
  return rows[0]!.count
}

type At = { tx: Tx; send: Awaited<ReturnType<typeof sender>>; entries: number }

/** Asks, and notes whether the asker was let in. */
const ask = async (at: At, asker: Asker, request: Request, row: Row) => {
  const answer = await look(at, asker, request, row)
  const code = answer.ok ? '' : codeOf(answer.text)
  if (code === 'session.missing' && asker.cookie) throw new Error(`${asker.name} has no session`)
  if (code.startsWith('input.')) row.unclear.push(`${code} ${answer.text}`)
  else if (!refusals.has(answer.status)) row.letIn.push(asker)
  return answer
}

/** Asks, and notes what was read, whether that is on record, and what the server failed over. */
const look = async ({ tx, send, entries }: At, asker: Asker, request: Request, row: Row) => {
  const answer = await send(asker, request, isFile => (isFile ? entriesIn(tx) : undefined))
  const { status, isFile, seen, text } = answer
  if (status >= 500) row.broken.push(`${asker.name}: ${status} ${text}`)
  if (isFile) row.took.push(asker.name)
  if (isFile && seen === entries) row.unrecorded.push(asker.name)
  const onPurpose = onRecord.has(`${row.method} ${row.path}`)
  for (const { what, words, mayRead, mayTake } of secrets) {
    if (!text.includes(words) || mayRead(asker)) continue
    if (onPurpose && mayTake?.(asker)) row.given.push(asker.name)
    else row.leaks.push(`${asker.name} reads ${what}`)
  }
  return answer
}

const codeOf = (text: string): string => {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? ''
  } catch {
    return ''
  }
}
