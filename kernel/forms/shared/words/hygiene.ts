/** A paste larger than this (in UTF-8 bytes) is refused whole instead of being cut. */
export const PASTE_LIMIT = 1_000_000

const CONTROL = /(?![\n\t])\p{Cc}/gu
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const LONE_SURROGATE = /[\ud800-\udfff]/gu
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/gu
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u

/** Whether the text is larger than a paste may be. */
export const isOversize = (text: string): boolean =>
  text.length > PASTE_LIMIT || (text.length > PASTE_LIMIT / 3 && new TextEncoder().encode(text).length > PASTE_LIMIT)

/**
 * Text without what nobody can see and paper cannot carry: NUL and other controls, direction overrides, lone
 * surrogates, zero-width spaces. Line ends become `\n`, tabs stay, composition becomes NFC.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
    .replace(CONTROL, '')
    .replace(BIDI, '')
    .replace(LONE_SURROGATE, '')
    .replace(ZERO_WIDTH, '')
    .replace(/\u00a0/gu, ' ')
    .normalize('NFC')

/** The same, on one line, without space at the ends. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

/** Full-width letters, digits and marks (U+FF01–FF5E) as their half-width forms, for numbers and addresses of mail. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' ')

/** Characters from a private area look right on one computer only; they may not stand in a name. */
export const hasPrivateUse = (text: string): boolean => PRIVATE_USE.test(text)

/** Length in characters as people see code points, never UTF-16 units. */
export const codePoints = (text: string): number => [...text].length
