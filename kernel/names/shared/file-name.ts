/** Longest file name in characters, extension included (D-14). */
const limit = 120
const forbidden: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
}
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
/** Names Windows keeps for devices, whatever their extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/iu

export interface SafeFileName {
  name: string
  /** Whether it differs from what was asked for, so that the clerk can be told. */
  changed: boolean
}

/**
 * A file name that Windows, Linux and WPS all take (D-14): NFC, full-width forms for `\ / : * ? " < > |`, no control
 * characters, at most 120 characters with its extension; `（2）` and on where `taken` holds the name already.
 */
export function safeFileName(wanted: string, taken: ReadonlySet<string> = new Set()): SafeFileName {
  const clean = wanted
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|]/g, character => forbidden[character]!)
    .replaceAll(unseen, '')
  const { stem, extension } = split(clean)
  const used = new Set([...taken].map(name => name.toLowerCase()))
  for (let copy = 1; ; copy += 1) {
    const name = fit(stem, `${copy > 1 ? `（${copy}）` : ''}${extension}`)
    if (!used.has(name.toLowerCase())) return { name, changed: name !== wanted }
  }
}

function split(name: string): { stem: string; extension: string } {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const bare = name
    .slice(0, name.length - extension.length)
    .trim()
    .replace(/[. ]+$/, '')
  const stem = bare === '' || device.test(bare) ? `文件${bare}` : bare
  return { stem, extension }
}

const fit = (stem: string, ending: string) =>
  Array.from(stem)
    .slice(0, limit - Array.from(ending).length)
    .join('') + ending
