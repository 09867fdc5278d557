import type { Archive } from '#platform/sandbox/index.ts'
import { BadWord } from './bad-word.ts'
import { type BlockSource, readBlocks } from './blocks.ts'
import { readTheme } from './lettering.ts'
import type { WordDocument } from './model.ts'
import { readNumbering } from './numbering.ts'
import { openPackage } from './package.ts'
import { readSections } from './sections.ts'
import { readStyles } from './styles.ts'
import { childOf } from './xml.ts'

/**
 * WordprocessingML as the reading model.
 * @throws BadWord
 */
export const readDocument = (archive: Archive): WordDocument => {
  const { document, related, target, part } = openPackage(archive)
  const body = childOf(document, 'w:body')
  if (!body) throw new BadWord('not-word')
  const theme = readTheme(related('theme'))
  const source: BlockSource = {
    theme,
    styles: readStyles(related('styles'), theme),
    numbering: readNumbering(related('numbering')),
    target,
    count: 0,
  }
  const blocks = readBlocks(body, source)
  return { blocks, sections: readSections(body, source, id => part(target(id))) }
}
