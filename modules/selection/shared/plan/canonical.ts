/**
 * One text for one plan: keys in the order of RFC 8785 (by UTF-16 code units), no white space, numbers as ECMAScript
 * writes them, and all text in Unicode NFC, so that a plan typed on another system hashes alike. Throws TypeError on
 * anything that is not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('数字应为有限值。')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError('只能用 JSON 的值。')
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => [name.normalize('NFC'), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 of bytes in lower-case hexadecimal, from `node:crypto` or any other source. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>

/**
 * The hash by which a published plan is frozen: of the assembled plan, so that moving a part into a file of its own
 * or changing a comment changes nothing. The default digest needs Web Crypto, which browsers offer over HTTPS only.
 */
export async function planHash(plan: object, digest: Digest = webDigest): Promise<string> {
  return digest(new TextEncoder().encode(canonicalJson(plan)))
}

async function webDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
