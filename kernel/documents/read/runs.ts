import { readLettering, type ThemeFonts } from './lettering.ts'
import { PAGE, type WordLettering, type WordRun } from './model.ts'
import type { WordStyles } from './styles.ts'
import { seenText, symbolOf } from './symbols.ts'
import { attributeOf, childOf, childrenOf, elementsIn, isOn, type XmlElement } from './xml.ts'

/** What one paragraph's inside holds besides words. */
export type Inside = { runs: WordRun[]; pictures: string[]; boxes: XmlElement[] }
export type RunSource = {
  theme: ThemeFonts
  styles: WordStyles
  /** Name of the part a relationship leads to. */
  target: (relationship: string | undefined) => string | undefined
}

type Field = { instruction: string; hidden: boolean }
type Walk = { source: RunSource; base: WordLettering; found: Inside; fields: Field[] }

/** Wrappers that change nothing about the words inside; what was deleted by a tracked change is not among them. */
const WRAPPERS = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:fldSimple',
  'w:customXml',
  'w:bdo',
  'w:dir',
])

/** Words, pictures and text boxes of a paragraph. */
export const readRuns = (paragraph: XmlElement, base: WordLettering, source: RunSource): Inside => {
  const walk: Walk = { source, base, found: { runs: [], pictures: [], boxes: [] }, fields: [] }
  for (const child of childrenOf(paragraph)) readInline(child, walk)
  return walk.found
}

/** A drawing with its fallback for older programs holds everything twice: the first is read. */
export const chosen = (alternate: XmlElement): XmlElement | undefined =>
  childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback')

const readInline = (element: XmlElement, walk: Walk): void => {
  if (element.name === 'w:r') readRun(element, walk)
  else if (element.name === 'w:fldSimple' && isPageNumber(attributeOf(element, 'w:instr')))
    addText(PAGE, walk.base, walk)
  else for (const child of childrenOf(innerOf(element))) readInline(child, walk)
}

const innerOf = (element: XmlElement): XmlElement | undefined => {
  if (element.name === 'w:sdt') return childOf(element, 'w:sdtContent')
  if (element.name === 'mc:AlternateContent') return chosen(element)
  return WRAPPERS.has(element.name) ? element : undefined
}

const isPageNumber = (instruction: string | undefined) => /^\s*PAGE\b/i.test(instruction ?? '')

const readRun = (run: XmlElement, walk: Walk) => {
  const { styles, theme } = walk.source
  const properties = childOf(run, 'w:rPr')
  if (isOn(childOf(properties, 'w:vanish'))) return
  const lettering: WordLettering = {
    ...walk.base,
    ...styles.character(attributeOf(childOf(properties, 'w:rStyle'))),
    ...readLettering(properties, theme),
  }
  for (const child of childrenOf(run)) readPiece(child, lettering, walk)
}

const readPiece = (piece: XmlElement, lettering: WordLettering, walk: Walk): void => {
  if (piece.name === 'w:fldChar') readField(piece, lettering, walk)
  else if (piece.name === 'w:instrText') addInstruction(piece.text, walk)
  else if (piece.name === 'w:drawing' || piece.name === 'w:pict') readDrawing(piece, walk)
  else if (piece.name === 'mc:AlternateContent')
    for (const child of childrenOf(chosen(piece))) readPiece(child, lettering, walk)
  else addText(wordsOf(piece, lettering), lettering, walk)
}

const wordsOf = (piece: XmlElement, { ascii }: WordLettering): string => {
  if (piece.name === 'w:t') return seenText(piece.text, ascii)
  if (piece.name === 'w:tab') return '\t'
  if (piece.name === 'w:cr') return '\n'
  if (piece.name === 'w:br') return attributeOf(piece, 'w:type') === 'page' ? '' : '\n'
  if (piece.name === 'w:noBreakHyphen') return '-'
  if (piece.name !== 'w:sym') return ''
  return symbolOf(attributeOf(piece, 'w:font'), Number.parseInt(attributeOf(piece, 'w:char') ?? '', 16))
}

const addInstruction = (text: string, walk: Walk) => {
  const field = walk.fields.at(-1)
  if (field) field.instruction += text
}

/** A field shows its result, which stands between “separate” and “end”; of a page number the mark alone is kept. */
const readField = (piece: XmlElement, lettering: WordLettering, walk: Walk) => {
  const type = attributeOf(piece, 'w:fldCharType')
  const box = childOf(piece, 'w:ffData', 'w:checkBox')
  if (type === 'begin') {
    if (box) addText(isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ? '☑' : '□', lettering, walk)
    walk.fields.push({ instruction: '', hidden: false })
    return
  }
  const field = walk.fields.at(-1)
  if (!field) return
  const number = isPageNumber(field.instruction)
  if (number && !field.hidden) addText(PAGE, lettering, walk)
  field.hidden ||= number
  if (type === 'end') walk.fields.pop()
}

const readDrawing = (piece: XmlElement, walk: Walk) => {
  const ids = [
    ...elementsIn(piece, 'a:blip').map(blip => attributeOf(blip, 'r:embed')),
    ...elementsIn(piece, 'v:imagedata').map(data => attributeOf(data, 'r:id')),
  ]
  for (const id of ids) {
    const target = walk.source.target(id)
    if (target) walk.found.pictures.push(target)
  }
  walk.found.boxes.push(...elementsIn(piece, 'w:txbxContent'))
}

const addText = (text: string, lettering: WordLettering, walk: Walk) => {
  if (text === '' || walk.fields.some(({ hidden }) => hidden)) return
  walk.found.runs.push({ ...lettering, text })
}
