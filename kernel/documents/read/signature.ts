import { BadWord } from './bad-word.ts'

const head = (file: Buffer) =>
  file
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()

/**
 * Tells by its content what a file is that calls itself a Word document; only `.wps` and `.et`, which look like Word's
 * and Excel's own, are told by name.
 * @throws BadWord for everything that is neither .docx nor .doc
 */
export const wordKind = (file: Buffer, name: string): 'docx' | 'doc' => {
  if (/\.wps$/i.test(name)) throw new BadWord('wps')
  if (/\.(et|xlsx?)$/i.test(name)) throw new BadWord('sheet')
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return 'doc'
  if (file.subarray(0, 2).toString('latin1') === 'PK') return 'docx'
  const text = head(file)
  if (text.startsWith('{\\rtf')) throw new BadWord('rtf')
  if (/^(<!DOCTYPE html|<html|MIME-Version:)/i.test(text)) throw new BadWord('html')
  if (/^<\?xml/.test(text)) throw new BadWord(/<html/i.test(text) ? 'html' : 'old-xml')
  throw new BadWord('not-word')
}
