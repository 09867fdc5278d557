import serialize from 'canonicalize'

/** A value that JSON can hold without loss. Numbers are IEEE 754 doubles: put larger integers into strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/**
 * The canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. Equal values give equal text, so that its UTF-8 bytes can be hashed and signed. Members that are
 * undefined are left out. Text is taken as it is: who freezes Chinese text brings it to NFC first.
 * @throws Error for a lone surrogate, NaN, an infinity or a circle (RFC 8785 §3.2.2)
 */
export const canonicalJson = (value: Json): string => {
  const text = serialize(value)
  if (text === undefined) throw new Error('there is no JSON for this value')
  return text
}
