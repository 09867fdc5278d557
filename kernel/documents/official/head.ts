import { paragraph } from '../build.ts'
import type { Block } from '../model.ts'
import { type DocumentProfile, lineHeight, textArea } from '../profiles.ts'
import type { Letterhead, OfficialDocument } from './model.ts'
import { titleLines, widthOf } from './width.ts'

const POINTS_PER_MM = 72 / 25.4
/** 发文机关标志: its upper edge stands 35 mm below that of the text area. */
const HEAD_DROP = 35
const LARGEST = 48
const SMALLEST = 18
const RED = 'FF0000'

const headLines = ({ offices, suffix = '文件' }: Letterhead): string[] =>
  offices.map((name, index) => (index === offices.length - 1 ? name + suffix : name))

/** The profile with the red head as large as the longest name allows. */
export const withHead = (profile: DocumentProfile, head: Letterhead | undefined): DocumentProfile => {
  if (!head) return profile
  const longest = Math.max(...headLines(head).map(widthOf))
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.floor((textArea(profile).width * POINTS_PER_MM) / longest)))
  return { ...profile, lettering: { ...profile.lettering, issuer: { ...profile.lettering.issuer, size } } }
}

const numberBlock = (number: string, approver: string | undefined): Block =>
  approver === undefined
    ? paragraph(number, { align: 'center', linesBefore: 2 })
    : paragraph('', {
        runs: [{ text: `${number}\t签发人：` }, { text: approver, style: 'heading2' }],
        indent: 1,
        indentRight: 1,
        linesBefore: 2,
        tabs: [{ at: 27, align: 'right' }],
      })

/** 份号, urgency, red name, number and red line; nothing where the paper has no red head. */
export const headBlocks = (model: OfficialDocument, profile: DocumentProfile): Block[] => {
  const head = model.letterhead
  if (!head) return []
  const marks = [head.copyNumber, head.urgency].filter(text => text !== undefined)
  const above = marks.length * lineHeight(profile.lettering.mark)
  const drop = HEAD_DROP * POINTS_PER_MM - above
  return [
    ...marks.map(text => paragraph(text, { style: 'mark' })),
    ...headLines(head).map((text, index) =>
      paragraph(text, {
        style: 'issuer',
        align: 'center',
        linesBefore: index === 0 ? Math.max(0, drop) / lineHeight(profile.lettering.issuer) : 0,
      }),
    ),
    numberBlock(model.number ?? '', head.approver),
    { kind: 'rule', weight: 0.5, color: RED, above: 4 },
  ]
}

/** Title, two lines below the red line or at the head of the page, and to whom it goes. */
export const titleBlocks = ({ title, addressee, letterhead }: OfficialDocument): Block[] => [
  ...(letterhead ? [paragraph(''), paragraph('')] : []),
  ...(typeof title === 'string' ? titleLines(title) : title).map(text =>
    paragraph(text, { style: 'title', align: 'center', keepWithNext: true }),
  ),
  paragraph(''),
  ...(addressee === undefined ? [] : [paragraph(`${addressee}：`, { align: 'left' })]),
]
