import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'

export { XmlElement, XmlText }

/**
 * The root element of a part. A document type never comes this far (openArchive), so nothing is expanded.
 * @throws Error where the XML is not well formed
 */
export const parsePart = (content: Buffer): XmlElement => {
  const utf16 = content[0] === 0xff && content[1] === 0xfe
  const { root } = parseXml(content.toString(utf16 ? 'utf16le' : 'utf8'))
  if (!root) throw new Error('a part without an element')
  return root
}

/** Elements directly inside, of one name or of all. */
export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && (name === undefined || child.name === name),
  )

/** The first element of a name directly inside, or down a path of names. */
export const childOf = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((parent, name) => childrenOf(parent, name)[0], element)

/** An attribute, `w:val` unless named. */
export const attributeOf = (element: XmlElement | undefined, name = 'w:val'): string | undefined =>
  element?.attributes[name]

/** A number in an attribute; undefined where there is none. Measures may carry a unit (`12pt`), which Word 2013 writes. */
export const numberOf = (element: XmlElement | undefined, name = 'w:val'): number | undefined => {
  const value = Number.parseFloat(attributeOf(element, name) ?? '')
  return Number.isFinite(value) ? value : undefined
}

/** A property that is on by being there, unless it says otherwise. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off', 'none'].includes(attributeOf(element) ?? '1')

/** Every element of a name below. */
export const elementsIn = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).flatMap(child => [...(child.name === name ? [child] : []), ...elementsIn(child, name)])

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}
const escaped = (text: string, signs: RegExp) => text.replace(signs, sign => ESCAPES[sign]!)

const written = (node: XmlElement['children'][number]): string => {
  if (node instanceof XmlText) return escaped(node.text, /[&<>]/g)
  if (!(node instanceof XmlElement)) return ''
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escaped(value, /[&<>"\n\t]/g)}"`,
  )
  const inside = node.children.map(written).join('')
  return `<${node.name}${attributes.join('')}${inside === '' ? '/>' : `>${inside}</${node.name}>`}`
}

/** The part as text again. */
export const writePart = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`
