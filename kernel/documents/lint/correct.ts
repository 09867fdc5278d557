import type { Archive } from '#platform/sandbox/index.ts'
import type { DocumentProfile, Lettering } from '../profiles.ts'
import { readWithElements } from '../read/document.ts'
import { openPackage } from '../read/package.ts'
import { attributeOf, elementsIn, writePart, type XmlElement } from '../read/xml.ts'
import { packed, zipped } from '../zip.ts'
import { type LintRequest, partsOf } from './lint.ts'
import { withPageNumber } from './page-number.ts'
import { propertiesOf, setProperty } from './set.ts'

const twips = (mm: number) => String(Math.round((mm * 1440) / 25.4))

const THEMES = ['w:asciiTheme', 'w:hAnsiTheme', 'w:eastAsiaTheme', 'w:cstheme']

/** Symbols keep their font: a tick in Wingdings would become a letter. */
const isSymbol = (run: XmlElement) =>
  elementsIn(run, 'w:sym').length > 0 ||
  elementsIn(run, 'w:rFonts').some(fonts => /Wingdings|Symbol/.test(attributeOf(fonts, 'w:ascii') ?? ''))

const setRun = (run: XmlElement, { font, size }: Lettering, digits: string) => {
  const properties = propertiesOf(run, 'w:rPr')
  const fonts = { 'w:ascii': digits, 'w:hAnsi': digits, 'w:eastAsia': font }
  if (!isSymbol(run)) setProperty(properties, 'w:rFonts', fonts, THEMES)
  setProperty(properties, 'w:sz', { 'w:val': String(size * 2) })
  setProperty(properties, 'w:szCs', { 'w:val': String(size * 2) })
}

const setParagraph = (element: XmlElement, lettering: Lettering, digits: string) => {
  for (const run of elementsIn(element, 'w:r')) setRun(run, lettering, digits)
  if (lettering.line === undefined) return
  const spacing = { 'w:line': String(lettering.line * 20), 'w:lineRule': 'exact' }
  setProperty(propertiesOf(element, 'w:pPr'), 'w:spacing', spacing)
}

const setPage = (section: XmlElement, { margins, page }: DocumentProfile) => {
  const { width, height } = page ?? { width: 210, height: 297 }
  const sides = Object.entries(margins).map(([side, mm]) => [`w:${side}`, twips(mm)] as const)
  const beside = { 'w:header': '851', 'w:footer': '992', 'w:gutter': '0' }
  for (const size of elementsIn(section, 'w:pgSz'))
    Object.assign(size.attributes, { 'w:w': twips(width), 'w:h': twips(height) })
  for (const margin of elementsIn(section, 'w:pgMar'))
    Object.assign(margin.attributes, { ...beside, ...margin.attributes, ...Object.fromEntries(sides) })
}

/**
 * The file with fonts, sizes, line distances, margins and a missing page number set as asked for; not a word of it is
 * touched, nor anything else. A form that shares its section with the article keeps its page.
 */
export const correctedCopy = (archive: Archive, request: LintRequest): Buffer => {
  const opened = openPackage(archive)
  const { document, elements } = readWithElements(opened)
  const parts = partsOf(document, request.form === undefined)
  const layouts = [
    [parts.form, request.form],
    [parts.article, request.article],
  ] as const
  for (const [styled, profile] of layouts)
    for (const { paragraph, style } of profile ? styled : [])
      setParagraph(elements.get(paragraph.number)!, profile!.lettering[style], profile!.digits)
  const sections = elementsIn(opened.document, 'w:sectPr')
  const own = request.form === undefined || sections.length > 1 ? sections.at(-1) : undefined
  let others = new Map<string, string>()
  if (own && request.article && parts.article.length > 0) {
    setPage(own, request.article)
    const numbered = document.sections.at(-1)?.footers.length
    if (!numbered && request.article.pageNumber)
      others = withPageNumber(archive, opened, own, request.article.pageNumber)
  }
  return rewritten(archive, others.set(opened.name, writePart(opened.document)))
}

const rewritten = (archive: Archive, changed: Map<string, string>): Buffer => {
  const names = [...new Set([...archive.names, ...changed.keys()])]
  return zipped(names.map(name => packed(name, changed.get(name) ?? archive.read(name)!)))
}
