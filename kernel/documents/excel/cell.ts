/** What a cell holds once read: dates are ISO days, an empty cell is null. */
export type Cell = string | number | boolean | null

const dangerous = /^[=+\-@\t\r＝＋－＠]/

/**
 * Text that a spreadsheet would run as a formula gets a leading apostrophe (ASVS 1.2.10), in half and full width.
 * A reader of ours takes it away again, so that what was exported can be imported.
 */
export const defuse = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

const undefuse = (text: string): string =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text

const FULL_WIDTH = /[！-～]/g
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g

/** A cell as the text that was meant: NFC, no invisible or direction-changing characters, trimmed; '' when empty. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'number')
    return Number.isInteger(cell) ? cell.toLocaleString('en', { useGrouping: false }) : String(cell)
  return undefuse(cell).normalize('NFC').replace(INVISIBLE, '').trim()
}

/** Codes, numbers and telephones as typed with a Chinese keyboard: full-width signs made half-width, spaces gone. */
export const cellCode = (cell: Cell | undefined): string =>
  cellText(cell)
    .replace(FULL_WIDTH, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')

/** A number of more than 15 digits has lost its last ones in Excel: an ID number must be a text cell. */
export const hasLostDigits = (cell: Cell | undefined): boolean => typeof cell === 'number' && Math.abs(cell) >= 1e15
