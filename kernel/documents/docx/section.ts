import type { Block, Document, Section } from '../model.ts'
import { textArea } from '../profiles.ts'
import { markXml } from './marks.ts'
import { footDistance, footerXml, headerXml, numberOf, pageSize } from './page-edges.ts'
import { paragraphXml, ruleXml, tinyParagraph } from './paragraph.ts'
import type { Part, Parts } from './parts.ts'
import { pictureXml } from './picture.ts'
import { tableXml } from './table.ts'
import { twips } from './units.ts'

/** Gathers heads and feet as parts of their own; equal ones are stored once. */
export type Edges = { parts: Part[]; add: (kind: 'header' | 'footer', make: (parts: Parts) => string) => string }

/** Which heads and feet a document needs: if one section has some, all say what theirs are. */
export type Needs = { headers: boolean; footers: boolean; even: boolean }

export const needsOf = ({ sections }: Document): Needs => ({
  headers: sections.some(({ banner }) => banner),
  footers: sections.some(section => numberOf(section) || section.footCode),
  even: sections.some(section => numberOf(section)?.place === 'outside'),
})

const references = (section: Section, needs: Needs, edges: Edges): string => {
  const reference = (kind: 'header' | 'footer', type: string, make: (parts: Parts) => string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${edges.add(kind, make)}"/>`
  const faces = ['default', ...(needs.even ? ['even'] : []), ...(isFirstOwn(section) ? ['first'] : [])]
  const face = { default: 'odd', even: 'even', first: 'first' } as Record<string, 'odd' | 'even' | 'first'>
  return [
    ...(needs.headers ? faces.map(type => reference('header', type, () => headerXml(section))) : []),
    ...(needs.footers
      ? faces.map(type => reference('footer', type, parts => footerXml(section, face[type]!, parts)))
      : []),
  ].join('')
}

const isFirstOwn = (section: Section) => numberOf(section)?.notOnFirst === true

/** Lines alone: the characters of a line are spaced one by one, since LibreOffice gives each two cells of a grid. */
const gridXml = ({ profile }: Section): string => {
  if (!profile.grid) return ''
  const pitch = Math.floor(twips(textArea(profile).height) / profile.grid.lines)
  return `<w:docGrid w:type="lines" w:linePitch="${pitch}"/>`
}

/** Layout of a section: what follows the last of its paragraphs. */
const sectionProperties = (section: Section, needs: Needs, edges: Edges): string => {
  const { width, height } = pageSize(section)
  const { top, bottom, left, right } = section.profile.margins
  return [
    `<w:sectPr>${references(section, needs, edges)}<w:type w:val="nextPage"/>`,
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${width > height ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(Math.min(15, top / 2))}" w:footer="${twips(footDistance(section))}" w:gutter="0"/>`,
    section.pageNumbers === 'restart' ? '<w:pgNumType w:start="1"/>' : '',
    isFirstOwn(section) ? '<w:titlePg/>' : '',
    gridXml(section),
    '</w:sectPr>',
  ].join('')
}

const blockXml = (block: Block, section: Section, parts: Parts): string => {
  if (block.kind === 'paragraph') return paragraphXml(block, section.profile)
  if (block.kind === 'picture') return pictureXml(block, parts)
  if (block.kind === 'rule') return ruleXml(block)
  const before = block.pageBreakBefore ? tinyParagraph({ newPage: true }) : ''
  return before + tableXml(block, section.profile, parts) + tinyParagraph()
}

/** A section's text. The last one's layout stands at the end of the body, an earlier one's in its last paragraph. */
export const sectionXml = (section: Section, isLast: boolean, needs: Needs, edges: Edges, parts: Parts): string => {
  const layout = sectionProperties(section, needs, edges)
  const marks = (section.marks ?? []).map(mark => markXml(mark, section.profile, parts)).join('')
  const [first, ...others] = section.blocks
  const head =
    marks === ''
      ? ''
      : first?.kind === 'paragraph'
        ? paragraphXml(first, section.profile, { anchored: marks })
        : tinyParagraph({ anchored: marks })
  const rest = marks !== '' && first?.kind === 'paragraph' ? others : section.blocks
  const body = head + rest.map(block => blockXml(block, section, parts)).join('')
  if (isLast) return body + layout
  return body + tinyParagraph({ last: layout })
}
