const forbidden = /[\\/:*?"<>|]/g
// Controls, zero-width and bidirectional marks, lone surrogates: they break headers or make a name read as another.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const maxCharacters = 120

/**
 * A file name that every system can store, with the extension its content has (D-14): NFC, forbidden characters
 * replaced by an underscore, at most 120 characters.
 */
export const safeName = (name: string, extension: string): string => {
  const clean = name.normalize('NFC').replace(invisible, '').replace(forbidden, '_').trim()
  const stem = [...clean.replace(/\.[A-Za-z0-9]{1,5}$/, '')].slice(0, maxCharacters - extension.length - 1).join('')
  return `${stem.replace(/^[.\s]+|[.\s]+$/g, '') || '未命名'}.${extension}`
}
