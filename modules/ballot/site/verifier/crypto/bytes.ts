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
const tableOf = (last: string) => {
  const table = new Int8Array(128).fill(-1)
  for (const [value, letter] of [...(letters + last)].entries()) table[letter.charCodeAt(0)] = value
  return table
}
const tables = { standard: tableOf('+/'), url: tableOf('-_') }

/** Strictly RFC 4648: one spelling for each sequence of bytes; undefined for anything else. */
const decode = (text: string, table: Int8Array): Uint8Array | undefined => {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let [held, bits, at] = [0, 0, 0]
  for (let place = 0; place < text.length; place += 1) {
    const value = table[text.charCodeAt(place)] ?? -1
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 255
      at += 1
    }
  }
  return held & ((1 << bits) - 1) ? undefined : bytes
}

export const fromBase64url = (text: string): Uint8Array | undefined => decode(text, tables.url)

/** Standard alphabet with padding. */
export const fromBase64 = (text: string): Uint8Array | undefined =>
  text.length % 4 === 0 ? decode(text.replace(/={1,2}$/, ''), tables.standard) : undefined

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
