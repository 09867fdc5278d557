import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Block, Document as Model } from '../model.ts'
import type { DocumentProfile } from '../profiles.ts'
import { docxParagraph, docxPicture, fontsOf } from './paragraph.ts'
import { docxTable, twips } from './table.ts'

const A4 = { width: twips(210), height: twips(297) }

const blocks = (block: Block, profile: DocumentProfile) => {
  if (block.kind === 'paragraph') return [docxParagraph(block, profile)]
  if (block.kind === 'picture') return [docxPicture(block)]
  // A table that ends a document is lost in the .doc conversion, so a paragraph always follows.
  return [docxTable(block, profile), new Paragraph({ children: [new TextRun({ text: '', size: 2 })] })]
}

const footer = ({ pageNumber, digits }: DocumentProfile): Footer | undefined => {
  if (!pageNumber) return undefined
  const around = pageNumber.pattern === 'dashed' ? ['— ', ' —'] : ['', '']
  const number = new TextRun({
    children: [around[0]!, PageNumber.CURRENT, around[1]!],
    size: pageNumber.size * 2,
    font: fontsOf(pageNumber, pageNumber.font || digits),
  })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

const header = ({ banner, profile }: Model): Header | undefined => {
  if (!banner) return undefined
  const words = new TextRun({ text: banner, size: 18, font: fontsOf(profile.lettering.body, profile.digits) })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [words] })] })
}

/** A document as a Word file (.docx). */
export const renderDocx = (model: Model): Promise<Buffer> => {
  const { profile } = model
  const { top, bottom, left, right } = profile.margins
  const [foot, head] = [footer(profile), header(model)]
  const file = new Document({
    title: model.title,
    creator: '实事 Shishi',
    styles: {
      default: {
        document: {
          run: { size: profile.lettering.body.size * 2, font: fontsOf(profile.lettering.body, profile.digits) },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
          },
        },
        ...(head ? { headers: { default: head } } : {}),
        ...(foot ? { footers: { default: foot } } : {}),
        children: model.blocks.flatMap(block => blocks(block, profile)),
      },
    ],
  })
  return Packer.toBuffer(file)
}
