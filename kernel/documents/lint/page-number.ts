import type { Archive } from '#platform/sandbox/index.ts'
import type { PageNumber } from '../profiles.ts'
import { relationshipsOf, type WordPackage } from '../read/package.ts'
import { XmlElement } from '../read/xml.ts'

const NAMES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
}
const PART = 'shishi-footer.xml'
const ID = 'rIdShishiFooter'

const footer = ({ font, size, pattern }: PageNumber): string => {
  const properties = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size * 2}"/></w:rPr>`
  const run = (inside: string) => `<w:r>${properties}${inside}</w:r>`
  const words = (text: string) => (pattern === 'dashed' ? run(`<w:t xml:space="preserve">${text}</w:t>`) : '')
  const field = `<w:fldSimple w:instr=" PAGE ">${run('<w:t>1</w:t>')}</w:fldSimple>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="${NAMES.w}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${words('— ')}${field}${words(' —')}</w:p></w:ftr>`
}

const added = (text: string, end: string, element: string) => text.replace(end, `${element}${end}`)
const EMPTY = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

/** Gives a section a footer with the page number. @returns the parts that are new or changed */
export const withPageNumber = (
  archive: Archive,
  opened: WordPackage,
  section: XmlElement,
  number: PageNumber,
): Map<string, string> => {
  const folder = opened.name.slice(0, opened.name.lastIndexOf('/') + 1)
  const list = relationshipsOf(opened.name)
  const types = archive.read('[Content_Types].xml')!.toString('utf8')
  const links = archive.read(list)?.toString('utf8') ?? EMPTY
  section.children.unshift(new XmlElement('w:footerReference', { 'xmlns:r': NAMES.r, 'w:type': 'default', 'r:id': ID }))
  return new Map([
    [`${folder}${PART}`, footer(number)],
    [
      '[Content_Types].xml',
      added(types, '</Types>', `<Override PartName="/${folder}${PART}" ContentType="${NAMES.type}"/>`),
    ],
    [list, added(links, '</Relationships>', `<Relationship Id="${ID}" Type="${NAMES.r}/footer" Target="${PART}"/>`)],
  ])
}
