import { type BlockSource, readBlocks } from './blocks.ts'
import { paragraphsIn, type WordSection } from './model.ts'
import { attributeOf, childOf, childrenOf, elementsIn, numberOf, type XmlElement } from './xml.ts'

const MM_PER_TWIP = 25.4 / 1440
const mm = (element: XmlElement | undefined, name: string): number =>
  Math.round((numberOf(element, name) ?? 0) * MM_PER_TWIP * 10) / 10

/** Sections of a document in order; a section without footers of its own has those of the one before. */
export const readSections = (
  body: XmlElement,
  source: BlockSource,
  part: (relationship: string | undefined) => XmlElement | undefined,
): WordSection[] => {
  let footers: WordSection['footers'] = []
  return elementsIn(body, 'w:sectPr').map(properties => {
    const own = childrenOf(properties, 'w:footerReference').map(reference => part(attributeOf(reference, 'r:id')))
    if (own.length > 0) footers = own.flatMap(footer => paragraphsIn(readBlocks(footer, source)))
    const size = childOf(properties, 'w:pgSz')
    const margin = childOf(properties, 'w:pgMar')
    return {
      width: mm(size, 'w:w'),
      height: mm(size, 'w:h'),
      margins: {
        top: mm(margin, 'w:top'),
        bottom: mm(margin, 'w:bottom'),
        left: mm(margin, 'w:left'),
        right: mm(margin, 'w:right'),
      },
      footers,
    }
  })
}
