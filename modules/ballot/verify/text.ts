import { isObject } from './shape.ts'

/** UTF-8 as it must be: no malformed bytes, and a byte order mark stays and is refused by the parser. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export type Line = { number: number; bytes: Uint8Array; ended: boolean }

/** A line's value and whether it was written canonically; undefined where it is no JSON in UTF-8. */
export const readLine = (bytes: Uint8Array): { value: unknown; canonical: boolean } | undefined => {
  try {
    const text = decoder.decode(bytes)
    const value: unknown = JSON.parse(text)
    return { value, canonical: isCanonical(text, value) }
  } catch {
    return undefined
  }
}

/**
 * Whether `text` is JCS (RFC 8785) of the value parsed from it. JSON.stringify writes numbers and strings as JCS does
 * and keeps the order in which members were read; left to see are that order and lone surrogates, which it escapes.
 */
const isCanonical = (text: string, value: unknown): boolean =>
  JSON.stringify(value) === text && !/\\ud[89a-f]/i.test(text) && hasSortedMembers(value)

const hasSortedMembers = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(hasSortedMembers)
  if (!isObject(value)) return true
  const names = Object.keys(value)
  return names.every((name, n) => (n === 0 || names[n - 1]! < name) && hasSortedMembers(value[name]))
}

/** JCS of a value whose members have no number for a name, as is so with every form of the record. */
export const canonical = (value: unknown): string => JSON.stringify(hasSortedMembers(value) ? value : sorted(value))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(name => [name, sorted(value[name])]),
  )
}

const lineFeed = 0x0a

/** Lines of a stream, those of one portion at a time: a wait for each line would cost more than the line. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let begun: Uint8Array[] = []
  let number = 0
  for await (const portion of stream) {
    const lines: Line[] = []
    let from = 0
    for (let end = portion.indexOf(lineFeed); end >= 0; end = portion.indexOf(lineFeed, from)) {
      number += 1
      const last = portion.subarray(from, end)
      lines.push({ number, bytes: begun.length ? Buffer.concat([...begun, last]) : last, ended: true })
      begun = []
      from = end + 1
    }
    if (from < portion.length) begun.push(portion.subarray(from))
    yield lines
  }
  if (begun.length) yield [{ number: number + 1, bytes: Buffer.concat(begun), ended: false }]
}
