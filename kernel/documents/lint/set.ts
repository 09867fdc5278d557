import { XmlElement } from '../read/xml.ts'

/** Order of a run's properties and of a paragraph's, as the schema wants it (ISO/IEC 29500 17.3): what comes after. */
const AFTER: Record<string, string[]> = {
  'w:rFonts':
    'w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath w:rPrChange'.split(
      ' ',
    ),
  'w:sz':
    'w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath w:rPrChange'.split(
      ' ',
    ),
  'w:szCs':
    'w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath w:rPrChange'.split(
      ' ',
    ),
  'w:spacing':
    'w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange'.split(
      ' ',
    ),
}

/** The properties element of a run or paragraph, made where there is none: it comes first. */
export const propertiesOf = (element: XmlElement, name: string): XmlElement => {
  const found = element.children.find(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  )
  if (found) return found
  const made = new XmlElement(name)
  element.children.unshift(made)
  return made
}

/** Sets attributes of one property, keeping those it has beside; it stands where the schema wants it. */
export const setProperty = (
  properties: XmlElement,
  name: string,
  attributes: Record<string, string>,
  dropped: string[] = [],
): void => {
  const found = properties.children.find(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  )
  if (found) {
    for (const one of dropped) delete found.attributes[one]
    Object.assign(found.attributes, attributes)
    return
  }
  const later = properties.children.findIndex(child => child instanceof XmlElement && AFTER[name]?.includes(child.name))
  const made = new XmlElement(name, attributes)
  properties.children.splice(later < 0 ? properties.children.length : later, 0, made)
}
