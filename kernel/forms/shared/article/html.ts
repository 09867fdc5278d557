const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
  emsp: '\u2003',
  ensp: '\u2002',
}

const codePoint = (number: number) => (number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '')

const decode = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/giu, (whole, name: string) => {
    if (/^#x/iu.test(name)) return codePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return codePoint(Number(name.slice(1)))
    return ENTITIES[name.toLowerCase()] ?? whole
  })

/**
 * The words of pasted HTML (from Word, WPS or a web page), a block a line; all formatting is lost, scripts, styles and
 * Word's comments are dropped. The answer is plain text: it must be shown as text, never as markup.
 */
export const textFromHtml = (html: string): string =>
  decode(
    html
      .replace(/<!--[\s\S]*?-->/gu, '')
      .replace(/<(script|style|head|title|xml)\b[\s\S]*?<\/\1\s*>/giu, '')
      .replace(/\s*\n\s*/gu, ' ')
      .replace(/<\/(p|div|h[1-6]|li|tr|table|blockquote|section)\s*>|<br\s*\/?>/giu, '\n')
      .replace(/<[^>]*>/gu, ''),
  )
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim()
