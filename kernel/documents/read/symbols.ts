/** Signs that Word draws with a symbol font: the boxes and ticks people put into forms, by the font's own codes. */
const WINGDINGS: Record<number, string> = {
  108: '●',
  110: '■',
  111: '□',
  113: '□',
  114: '□',
  161: '○',
  168: '□',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const WINGDINGS_2: Record<number, string> = {
  42: '□',
  79: '✗',
  80: '✓',
  82: '☑',
  83: '☒',
  84: '☒',
  162: '■',
  163: '□',
}

const tableOf = (font: string | undefined) => {
  if (!font?.startsWith('Wingdings')) return undefined
  return /2$/.test(font) ? WINGDINGS_2 : WINGDINGS
}

/** A sign by its code in a symbol font (`w:sym`); '' for what we do not know. */
export const symbolOf = (font: string | undefined, code: number): string => tableOf(font)?.[code & 0xff] ?? ''

/** Text set in a symbol font, as the signs that are seen; other text as it stands. */
export const seenText = (text: string, font: string | undefined): string => {
  if (!tableOf(font)) return text
  return [...text].map(char => symbolOf(font, char.codePointAt(0)!) || char).join('')
}
