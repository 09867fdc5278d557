const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const group = 5

/** Characters of a receipt code: 20 × 5 = 100 bits of the hash it is taken from. */
export const codeLength = 20

/**
 * The first 100 bits of a hash as 20 characters of Crockford's base 32, big end first: what a person reads out or types.
 * @param hash at least 13 bytes
 */
export const receiptCode = (hash: Uint8Array): string => {
  if (hash.length * 8 < codeLength * 5) throw new RangeError('a receipt code needs 100 bits')
  let [code, bits, held] = ['', 0, 0]
  for (const byte of hash) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5 && code.length < codeLength; bits -= 5) code += digits[(held >>> (bits - 5)) & 31]
    held &= (1 << bits) - 1
    if (code.length === codeLength) break
  }
  return code
}

/** Four groups of five, as it is printed: `7ZZ2K-…`. */
export const spacedCode = (code: string): string => code.match(new RegExp(`.{1,${group}}`, 'g'))?.join('-') ?? ''

/**
 * What somebody typed as the code it means: small letters, spaces and hyphens are as good, O is read as 0, I and L
 * as 1 (Crockford). Undefined where it cannot be a code. Full-width characters of a Chinese keyboard count as well.
 */
export const readCode = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
  const code = plain.replaceAll('O', '0').replace(/[IL]/g, '1')
  const sound = code.length === codeLength && [...code].every(each => digits.includes(each))
  return sound ? code : undefined
}
