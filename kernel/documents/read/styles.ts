import { readLayout, type WordLayout } from './layout.ts'
import { readLettering, type ThemeFonts } from './lettering.ts'
import type { WordLettering } from './model.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts'

/** Numbering that a style or a paragraph takes part in. */
export type ListPlace = { list?: string; level?: number }
export type WordStyle = { lettering: WordLettering; layout: WordLayout; place: ListPlace }
export type WordStyles = {
  /** A style with everything it inherits; of a paragraph without one, the default's. */
  paragraph: (id: string | undefined) => WordStyle
  character: (id: string | undefined) => WordLettering
}

const MOST_ANCESTORS = 20

/** `w:numPr` of a paragraph's properties. */
export const readPlace = (properties: XmlElement | undefined): ListPlace => {
  const numbering = childOf(properties, 'w:numPr')
  const list = attributeOf(childOf(numbering, 'w:numId'))
  const level = attributeOf(childOf(numbering, 'w:ilvl'))
  return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level: Number(level) }) }
}

const ownStyle = (element: XmlElement, theme: ThemeFonts): WordStyle => ({
  lettering: readLettering(childOf(element, 'w:rPr'), theme),
  layout: readLayout(childOf(element, 'w:pPr')),
  place: readPlace(childOf(element, 'w:pPr')),
})

const laidOver = (under: WordStyle, over: WordStyle): WordStyle => ({
  lettering: { ...under.lettering, ...over.lettering },
  layout: { ...under.layout, ...over.layout },
  place: { ...under.place, ...over.place },
})

const EMPTY: WordStyle = { lettering: {}, layout: {}, place: {} }

/** Styles of word/styles.xml: defaults of the document, then each style over the one it is based on. */
export const readStyles = (root: XmlElement | undefined, theme: ThemeFonts): WordStyles => {
  const elements = childrenOf(root, 'w:style')
  const byId = new Map(elements.map(element => [attributeOf(element, 'w:styleId'), element]))
  const usual = elements.find(
    element => attributeOf(element, 'w:type') === 'paragraph' && attributeOf(element, 'w:default') === '1',
  )
  const defaults: WordStyle = {
    lettering: readLettering(childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), theme),
    layout: readLayout(childOf(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')),
    place: {},
  }
  const known = new Map<string | undefined, WordStyle>()
  const chain = (id: string | undefined, depth = 0): WordStyle => {
    const element = byId.get(id)
    if (!element || depth > MOST_ANCESTORS) return EMPTY
    const done = known.get(id)
    if (done) return done
    const style = laidOver(chain(attributeOf(childOf(element, 'w:basedOn')), depth + 1), ownStyle(element, theme))
    known.set(id, style)
    return style
  }
  return {
    paragraph: id => laidOver(defaults, chain(byId.has(id) ? id : usual && attributeOf(usual, 'w:styleId'))),
    character: id => chain(id).lettering,
  }
}
