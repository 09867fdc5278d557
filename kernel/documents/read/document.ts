import type { Archive } from '#platform/sandbox/index.ts'
import { BadWord } from './bad-word.ts'
import { type BlockSource, readBlocks } from './blocks.ts'
import { readTheme } from './lettering.ts'
import type { WordDocument } from './model.ts'
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
  return { document: { blocks, sections }, elements: source.elements }
}

/**
 * WordprocessingML as the reading model.
 * @throws BadWord
 */
export const readDocument = (archive: Archive): WordDocument => readWithElements(openPackage(archive)).document
