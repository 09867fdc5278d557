import type { Archive } from '#platform/sandbox/index.ts'
import { BadWord } from './bad-word.ts'
import { type BlockSource, readBlocks } from './blocks.ts'
import { readTheme } from './lettering.ts'
import type { WordBlock, WordDocument } from './model.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordPackage } from './package.ts'
import { readSections } from './sections.ts'
import { readStyles } from './styles.ts'
import { childOf, type XmlElement } from './xml.ts'

/**
 * WordprocessingML as the reading model, and the element behind each paragraph by its number.
 * @throws BadWord
 */
export const readWithElements = (
  opened: WordPackage,
): { document: WordDocument; elements: Map<number, XmlElement> } => {
  const { related, target, part } = opened
  const body = childOf(opened.document, 'w:body')
  if (!body) throw new BadWord('not-word')
  const theme = readTheme(related('theme'))
  const source: BlockSource = {
    theme,
    styles: readStyles(related('styles'), theme),
    numbering: readNumbering(related('numbering')),
    target,
    elements: new Map(),
  }
  const blocks = readBlocks(body, source)
  const sections = readSections(body, { ...source, elements: new Map() }, id => part(target(id)))
  return { document: { blocks, sections, pictures: picturesOf(blocks, opened) }, elements: source.elements }
}

const MOST_PICTURES = 3
const MOST_BYTES = 5 * 1024 * 1024

const picturesOf = (blocks: WordBlock[], { bytes }: WordPackage): Record<string, Uint8Array> => {
  const names = blocks.flatMap(block => (block.kind === 'table' ? block.cells.flatMap(cell => cell.pictures) : []))
  const found = [...new Set(names)].slice(0, MOST_PICTURES).map(name => [name, bytes(name)] as const)
  return Object.fromEntries(found.filter(([, data]) => data && data.length <= MOST_BYTES)) as Record<string, Uint8Array>
}

/**
 * WordprocessingML as the reading model.
 * @throws BadWord
 */
export const readDocument = (archive: Archive): WordDocument => readWithElements(openPackage(archive)).document
