import { makeZip, type Part } from '#platform/sandbox/testing.ts'

const CONTENT_TYPES: Part = { name: '[Content_Types].xml', data: '<Types/>' }
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** One part of relationships, e.g. of the document. */
export const relationships = (of: string, entries: { kind: string; target: string; external?: boolean }[]): Part => ({
  name: of,
  data: `<Relationships>${entries
    .map(
      ({ kind, target, external }, n) =>
        `<Relationship Id="r${n}" Type="http://x/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`,
})

/** The smallest .docx that holds a body, written by hand, with what else a test puts into it. */
export const docxOf = (body: string, others: Part[] = []): Buffer =>
  makeZip([
    CONTENT_TYPES,
    { name: 'word/document.xml', data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...others,
  ])

/** A part with the wordprocessing namespace. */
export const part = (name: string, root: string, inside: string): Part => ({
  name: `word/${name}.xml`,
  data: `<w:${root} ${W}>${inside}</w:${root}>`,
})

export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
