import { type Block, type Document, officialDocument, paragraph } from '#kernel/documents/index.ts'
import type { Letter } from './letter.ts'
import { presentLetter } from './letter.ts'

const listBlocks = (lists: { heading: string; lines: string[] }[]): Block[] =>
  lists.flatMap(({ heading, lines }) => [
    paragraph(`${heading}（${lines.length}个）`, { style: 'heading1', indent: 2, keepWithNext: true }),
    ...lines.map(line => paragraph(line, { indent: 2 })),
  ])

/** The letter by GB/T 9704; a draft shows no number, and the day it is printed. */
export const letterDocument = (letter: Letter, today: string, banner: string | undefined): Document => {
  const { content, title, campaign } = letter
  const { number, issuedOn } = presentLetter(letter)
  const [first] = content.offices
  const redHead = letter.kind !== 'publicity' && first !== undefined
  return officialDocument({
    ...(redHead && { letterhead: { offices: [first] }, number: number ?? '' }),
    ...(letter.kind === 'consultation' && { format: 'letter' as const }),
    title,
    ...(content.addressee && { addressee: content.addressee }),
    body: content.body,
    ...(content.annex && { annexes: [{ name: content.annex.name, blocks: listBlocks(content.annex.lists) }] }),
    signature: { offices: content.offices, date: issuedOn ?? today, sealed: true },
    ...(letter.kind === 'publicity'
      ? {}
      : {
          imprint: {
            ...(content.copyTo && { copyTo: content.copyTo }),
            office: campaign.plan.organiser.name,
            date: issuedOn ?? today,
          },
        }),
    ...(banner && { banner }),
  })
}
