import type { Duplex } from 'node:stream'
import pg from 'pg'

/** Asked this often in a process, a statement is worth keeping parsed and planned in every connection. */
const often = 5
/** Kept at most: each costs some ten kilobytes in each connection's backend. */
const most = 200

/** How often each text was asked, and the names of those that are kept; the same in every connection of the process. */
const asked = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which PostgreSQL keeps a statement, once it has been asked often enough. */
export const preparedName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= most) return known
  const times = (asked.get(text) ?? 0) + 1
  if (times < often) {
    // texts that are never alike (lists of values written out) must not fill the memory
    if (asked.size > 10 * most) asked.clear()
    asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  names.set(text, `s${names.size}`)
  return names.get(text)
}

/**
 * A connection that lets PostgreSQL plan what is asked again and again only once: planning the joins of a session
 * or a list costs several times their execution. Behind pgbouncer in transaction mode this needs its
 * `max_prepared_statements` (1.21 or newer) at 200 or more.
 */
export class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) ? preparedName(text) : undefined
    const given = name ? [{ name, text, values }, ...rest] : args
    this.gather()
    return (super.query as (...given: unknown[]) => never).apply(this, given)
  }

  /** What is asked in the same turn leaves in one write. */
  private gather() {
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection
    if (stream.writableCorked > 0) return
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}
