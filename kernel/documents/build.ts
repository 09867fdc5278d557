import type { Document, Paragraph, Section } from './model.ts'
import type { DocumentProfile } from './profiles.ts'

/** A paragraph of plain words. */
export const paragraph = (text: string, rest: Partial<Omit<Paragraph, 'kind'>> = {}): Paragraph => ({
  kind: 'paragraph',
  style: 'body',
  runs: [{ text }],
  ...rest,
})

/** A document of one section. */
export const documentOf = (
  title: string,
  profile: DocumentProfile,
  blocks: Section['blocks'],
  rest: Partial<Omit<Section, 'profile' | 'blocks'>> = {},
): Document => ({ title, sections: [{ profile, blocks, ...rest }] })

/** Several documents as one file, each in its own layout on pages of its own (form and article of a nominee). */
export const joined = (title: string, documents: Document[]): Document => ({
  title,
  sections: documents.flatMap(({ sections }) =>
    sections.map((section, index): Section => ({ pageNumbers: index === 0 ? 'restart' : 'continue', ...section })),
  ),
})
