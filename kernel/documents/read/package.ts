import { posix } from 'node:path'
import type { Archive } from '#platform/sandbox/index.ts'
import { BadWord } from './bad-word.ts'
import { attributeOf, childrenOf, parsePart, type XmlElement } from './xml.ts'

/** The parts of a .docx that are read. */
export type WordPackage = {
  /** Name of the main part. */
  name: string
  document: XmlElement
  /** The part that a relationship's kind (`styles`, `theme`) leads to from the document. */
  related: (kind: string) => XmlElement | undefined
  /** Name of the part behind a relationship of the document. */
  target: (id: string | undefined) => string | undefined
  part: (name: string | undefined) => XmlElement | undefined
  bytes: (name: string) => Buffer | undefined
}

type Relationship = { id: string; kind: string; target: string; external: boolean }

const kindOf = (type: string) => type.slice(type.lastIndexOf('/') + 1)

/** Name of the part that holds another's relationships. */
export const relationshipsOf = (part: string) =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

const readRelationships = (archive: Archive, name: string): Relationship[] => {
  const content = archive.read(name)
  if (!content) return []
  return childrenOf(parsePart(content)).map(one => ({
    id: attributeOf(one, 'Id') ?? '',
    kind: kindOf(attributeOf(one, 'Type') ?? ''),
    target: attributeOf(one, 'Target') ?? '',
    external: attributeOf(one, 'TargetMode') === 'External',
  }))
}

const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$/i
const OBJECTS = /(^|\/)(embeddings|activeX)\//i
const OBJECT_KINDS = new Set(['oleObject', 'package', 'control', 'aFChunk'])

/**
 * What a form has no need of and an attack has: macros, embedded objects and what is fetched from elsewhere. A link to
 * click on (an e-mail address that Word made blue) is let be; it is never followed.
 * @throws BadWord
 */
const refuseActive = (archive: Archive) => {
  if (archive.names.some(name => MACROS.test(name))) throw new BadWord('macros')
  if (archive.names.some(name => OBJECTS.test(name))) throw new BadWord('objects')
  const types = archive.read('[Content_Types].xml')?.toString('utf8') ?? ''
  if (/macroEnabled/i.test(types)) throw new BadWord('macros')
  const lists = archive.names.filter(name => name.endsWith('.rels'))
  for (const relationship of lists.flatMap(name => readRelationships(archive, name))) {
    if (OBJECT_KINDS.has(relationship.kind)) throw new BadWord('objects')
    if (relationship.external && relationship.kind !== 'hyperlink') throw new BadWord('external')
  }
}

const mainPart = (archive: Archive): string => {
  const main = readRelationships(archive, '_rels/.rels').find(({ kind }) => kind === 'officeDocument')
  return main ? main.target.replace(/^\//, '') : 'word/document.xml'
}

/**
 * Opens the parts of a .docx after everything active has been refused.
 * @throws BadWord
 */
export const openPackage = (archive: Archive): WordPackage => {
  if (!archive.names.includes('[Content_Types].xml')) throw new BadWord('not-word')
  if (archive.names.some(name => name.startsWith('xl/') || name.startsWith('ppt/'))) throw new BadWord('not-word')
  refuseActive(archive)
  const main = mainPart(archive)
  const content = archive.read(main)
  if (!content) throw new BadWord('not-word')
  const relationships = readRelationships(archive, relationshipsOf(main))
  const resolve = ({ target }: Relationship) =>
    target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(main), target)
  const part = (name: string | undefined) => {
    const found = name === undefined ? undefined : archive.read(name)
    return found && parsePart(found)
  }
  return {
    name: main,
    document: parsePart(content),
    part,
    bytes: archive.read,
    target: id => {
      const found = relationships.find(one => one.id === id && !one.external)
      return found && resolve(found)
    },
    related: kind => {
      const found = relationships.find(one => one.kind === kind && !one.external)
      return found && part(resolve(found))
    },
  }
}
