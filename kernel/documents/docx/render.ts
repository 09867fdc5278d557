import type { Document } from '../model.ts'
import { type Packed, packed, zipped } from '../zip.ts'
import { frameParts } from './frame.ts'
import { type Media, type Part, Parts } from './parts.ts'
import { type Edges, needsOf, sectionXml } from './section.ts'
import { NAMESPACES, XML_HEAD } from './xml.ts'

const edgesOf = (main: Parts, media: Media): Edges => {
  const parts: Part[] = []
  const known = new Map<string, string>()
  return {
    parts,
    add: (kind, make) => {
      const own = new Parts(media)
      const content = make(own)
      const stored = known.get(content)
      if (stored) return stored
      const name = `${kind}${known.size + 1}.xml`
      const id = main.refer(kind, name)
      known.set(content, id)
      parts.push({ name: `word/${name}`, content })
      if (own.relations.length > 0) parts.push({ name: `word/_rels/${name}.rels`, content: XML_HEAD + own.xml() })
      return id
    },
  }
}

const TEXT = 'word/document.xml'

/** The files of a .docx package; the text is the first. */
export const docxParts = (model: Document): Part[] => {
  const media: Media = { files: new Map(), drawings: 0 }
  const main = new Parts(media)
  main.refer('styles', 'styles.xml')
  main.refer('settings', 'settings.xml')
  const edges = edgesOf(main, media)
  const needs = needsOf(model)
  const last = model.sections.length - 1
  const body = model.sections.map((section, n) => sectionXml(section, n === last, needs, edges, main)).join('')
  return [
    {
      name: 'word/document.xml',
      content: `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    },
    ...frameParts(model, needs, edges.parts),
    { name: 'word/_rels/document.xml.rels', content: XML_HEAD + main.xml() },
    ...edges.parts,
    ...[...media.files].map(([content, name]): Part => ({ name: `word/${name}`, content })),
  ]
}

/** [Content_Types].xml first, as readers that look at the beginning of a file expect. */
const inOrder = ([text, types, ...rest]: Part[]): Part[] => [types!, ...rest, text!]

const press = ({ name, content }: Part): Packed => packed(name, content, typeof content === 'string' ? 6 : 0)

/**
 * A printer for many documents of one kind: parts that do not change from one to the next (styles, settings, heads,
 * feet, pictures) are compressed once, only the text each time.
 */
export const docxPrinter = (): ((model: Document) => Buffer) => {
  const kept = new Map<string, { content: Part['content']; file: Packed }>()
  const keep = (part: Part): Packed => {
    const last = kept.get(part.name)
    if (last?.content === part.content) return last.file
    const file = press(part)
    kept.set(part.name, { content: part.content, file })
    return file
  }
  return model => zipped(inOrder(docxParts(model)).map(part => (part.name === TEXT ? press(part) : keep(part))))
}

/** A document as a Word file (.docx). Equal documents give equal bytes. */
export const renderDocx = (model: Document): Buffer => zipped(inOrder(docxParts(model)).map(press))
