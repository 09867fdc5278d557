import { doubtful, type Reading, type Source, sure } from './reading.ts'

const TICKED = '☑☒√✓✔✅■●◆▣◉'
const EMPTY = '□☐○◇▢口'
const MARK = new RegExp(`[(（]?\\s*([${TICKED}${EMPTY}]+|[(（]\\s*[)）])\\s*[)）]?`, 'gu')

type Piece = { option: string } | { ticked: boolean }

const bare = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')

/** Options and marks of a cell in the order they stand in; longer options first, so that none hides in another. */
const piecesOf = (text: string, options: string[]): Piece[] => {
  const found: { at: number; piece: Piece }[] = []
  let rest = bare(text)
  for (const option of options.toSorted((a, b) => b.length - a.length)) {
    const at = rest.indexOf(bare(option))
    if (at < 0) continue
    found.push({ at, piece: { option } })
    rest = rest.slice(0, at) + '\u0000'.repeat(bare(option).length) + rest.slice(at + bare(option).length)
  }
  for (const match of rest.matchAll(MARK))
    found.push({ at: match.index, piece: { ticked: [...match[0]].some(sign => TICKED.includes(sign)) } })
  return found.sort((a, b) => a.at - b.at).map(({ piece }) => piece)
}

/** Marks stand before their options or after them; whichever comes first in the cell tells. */
const tickedOptions = (pieces: Piece[]): string[] => {
  const before = pieces[0] !== undefined && 'ticked' in pieces[0]
  return pieces.flatMap((piece, at) => {
    if (!('option' in piece)) return []
    const mark = pieces[before ? at - 1 : at + 1]
    return mark && 'ticked' in mark && mark.ticked ? [piece.option] : []
  })
}

/** The options chosen in a cell: ticked boxes, or the words themselves where there are none. */
export const optionsFrom = (text: string, options: string[]): string[] => {
  const pieces = piecesOf(text, options)
  if (pieces.some(piece => 'ticked' in piece)) return tickedOptions(pieces)
  return pieces.flatMap(piece => ('option' in piece ? [piece.option] : []))
}

const lone = (text: string, chosen: string[], options: string[]): Reading => {
  if (chosen.length === 1) return sure(chosen[0])
  if (chosen.length > 1) return doubtful('', 0.2, `勾选了${chosen.length}项（${chosen.join('、')}），只能选一项。`)
  if (optionsFrom(text, options).length === 0 && piecesOf(text, options).length > 1)
    return doubtful('', 0.6, '没有找到勾选的项。')
  return text.trim() === '' ? sure('') : doubtful('', 0.3, `“${text.trim()}”不在可选的项里。`)
}

export const choiceFrom = ({ text }: Source, { options }: { options: string[] }): Reading =>
  lone(text, optionsFrom(text, options), options)

export const choicesFrom = ({ text }: Source, { options }: { options: string[] }): Reading => {
  const chosen = optionsFrom(text, options)
  return chosen.length > 0 || text.trim() === '' ? sure(chosen) : doubtful([], 0.5, '没有找到勾选的项。')
}
