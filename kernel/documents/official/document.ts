import { paragraph } from '../build.ts'
import type { Block, Document, Paragraph, Section, Table } from '../model.ts'
import { A4, type DocumentProfile, PROFILES } from '../profiles.ts'
import { headBlocks, titleBlocks, withHead } from './head.ts'
import { letterHead, letterImprint, letterMarks, letterProfile } from './letter-format.ts'
import type { Annex, OfficialDocument } from './model.ts'
import { numberedBody } from './numbering.ts'
import { annexList, imprintTable, signatureBlocks } from './tail.ts'
import { titleLines } from './width.ts'

/** An annex begins a page: “附件1” on its first line, the title on its third. */
const annexBlocks = ({ name, blocks }: Annex, mark: string, breaks: boolean): Block[] => [
  paragraph(mark, { style: 'mark', pageBreakBefore: breaks }),
  paragraph(''),
  ...titleLines(name).map(text => paragraph(text, { style: 'title', align: 'center' })),
  paragraph(''),
  ...blocks,
]

/** The last paragraph and what follows stay with the signature, which never has a page for itself (7.3.5). */
const besideSignature = (paragraphs: Paragraph[], body: number): Block[] =>
  paragraphs.map((each, at) => (at >= body - 1 ? { ...each, keepWithNext: true } : each))

const sectionsOf = (model: OfficialDocument, profile: DocumentProfile): Section[] => {
  const annexes = model.annexes ?? []
  const banner = model.banner ? { banner: model.banner } : {}
  const headed = model.format === 'letter' ? letterProfile(profile, model) : withHead(profile, model.letterhead)
  const first: Section = {
    profile: headed,
    ...(model.format === 'letter' ? { marks: letterMarks(model) } : {}),
    blocks: [
      ...(model.format === 'letter' ? letterHead(model, headed) : headBlocks(model, headed)),
      ...titleBlocks(model),
      ...besideSignature(
        [...numberedBody(model.body), ...annexList(annexes.map(({ name }) => name))],
        model.body.length,
      ),
      ...signatureBlocks(model),
    ],
    ...banner,
  }
  const sections = [first]
  for (const [index, annex] of annexes.entries()) {
    const mark = annexes.length === 1 ? '附件' : `附件${index + 1}`
    const last = sections.at(-1)!
    if (annex.profile || last !== first) {
      sections.push({ profile: annex.profile ?? profile, blocks: annexBlocks(annex, mark, false), ...banner })
    } else last.blocks.push(...annexBlocks(annex, mark, true))
  }
  return sections
}

/** Room for the weight of the lines, mm. */
const SLACK = 1

const titleOf = ({ title }: OfficialDocument): string => (typeof title === 'string' ? title : title.join(''))

const imprintOf = ({ imprint }: OfficialDocument, profile: DocumentProfile) => imprint && imprintTable(imprint, profile)

/** A document by GB/T 9704-2012, ready for Word, .doc and PDF. */
export const officialDocument = (model: OfficialDocument, profile = PROFILES.gbt9704!): Document => {
  const sections = sectionsOf(model, profile)
  const imprint = model.format === 'letter' ? letterImprint(model, profile) : imprintOf(model, profile)
  if (imprint) {
    const last = sections.at(-1)!
    if (last.profile.page) sections.push({ profile, blocks: [imprint] })
    else last.blocks.push(imprint)
  }
  return { title: titleOf(model), sections }
}

/** 版记 with its lines; that of a letter has none, and stays on the last page whichever that is. */
const isRuled = ({ rows }: Table) => rows.some(({ cells }) => cells.some(({ edges }) => edges !== undefined))

/**
 * The same document with 版记 on an even page, as duplex printing needs it: where it would fall on an odd one it gets
 * the next page for itself, without a number.
 */
export const withEvenImprint = (model: Document, pages: number): Document => {
  const last = model.sections.at(-1)!
  const imprint = last.blocks.at(-1)
  if (pages % 2 === 0 || imprint?.kind !== 'table' || !imprint.atPageFoot || !isRuled(imprint)) return model
  const height = imprint.rows.reduce((sum, row) => sum + row.height, 0)
  const { margins } = last.profile
  // The page's text area is no higher than 版记, so that it stands right where floating tables are not understood.
  const profile = { ...last.profile, margins: { ...margins, top: A4.height - margins.bottom - height - SLACK } }
  return {
    ...model,
    sections: [
      ...model.sections.slice(0, -1),
      { ...last, blocks: last.blocks.slice(0, -1) },
      { profile, blocks: [imprint], pageNumbers: 'none' },
    ],
  }
}
