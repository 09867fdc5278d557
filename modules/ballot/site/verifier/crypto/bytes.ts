const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export const join = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

/** Of '0'…'9' and 'a'…'f'. */
const digit = (code: number) => (code < 58 ? code - 48 : code - 87)

/** Of lower-case digits that were checked before. */
export const fromHex = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length >> 1)
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = (digit(text.charCodeAt(2 * at)) << 4) | digit(text.charCodeAt(2 * at + 1))
  return bytes
}

export const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** The value of every UTF-16 unit; −1 where it is no letter of the alphabet. */
const tableOf = (last: string) => {
  const table = new Int8Array(0x10000).fill(-1)
  for (const [value, letter] of [...(letters + last)].entries()) table[letter.charCodeAt(0)] = value
  return table
}
const tables = { standard: tableOf('+/'), url: tableOf('-_') }

/** Strictly RFC 4648: one spelling for each sequence of bytes; undefined for anything else. */
const decode = (text: string, table: Int8Array): Uint8Array | undefined => {
  const [rest, whole] = [text.length % 4, text.length - (text.length % 4)]
  if (rest === 1) return undefined
  const bytes = new Uint8Array((text.length * 3) >> 2)
  const value = (place: number) => table[text.charCodeAt(place)]!
  let at = 0
  for (let place = 0; place < whole; place += 4) {
    const four = (value(place) << 18) | (value(place + 1) << 12) | (value(place + 2) << 6) | value(place + 3)
    if (four < 0) return undefined
    bytes[at++] = four >> 16
    bytes[at++] = four >> 8
    bytes[at++] = four
  }
  if (rest === 0) return bytes
  const last = (value(whole) << 12) | (value(whole + 1) << 6) | (rest === 3 ? value(whole + 2) : 0)
  if (last < 0 || last & (rest === 3 ? 0x3 : 0x3ff)) return undefined
  bytes[at++] = last >> 10
  if (rest === 3) bytes[at] = last >> 2
  return bytes
}

export const fromBase64url = (text: string): Uint8Array | undefined => decode(text, tables.url)

/** Standard alphabet with padding. */
export const fromBase64 = (text: string): Uint8Array | undefined =>
  text.length % 4 === 0 ? decode(text.replace(/={1,2}$/, ''), tables.standard) : undefined

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
