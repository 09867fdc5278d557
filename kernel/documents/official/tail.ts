import { dateText } from '#kernel/forms/shared/index.ts'
import { paragraph } from '../build.ts'
import type { Block, Paragraph, Table } from '../model.ts'
import { type DocumentProfile, textArea } from '../profiles.ts'
import type { OfficialDocument } from './model.ts'
import { widthOf } from './width.ts'

/** 附件说明: one line below the text, further lines of a name under its first character. */
export const annexList = (names: string[]): Paragraph[] => {
  if (names.length === 0) return []
  const numbered = names.length > 1
  return [
    paragraph(''),
    ...names.map((name, index) =>
      paragraph(`${index === 0 ? '附件：' : ''}${numbered ? `${index + 1}.` : ''}${name}`, {
        indentLeft: numbered ? 5.75 : 5,
        indent: (index === 0 ? -3 : 0) - (numbered ? 0.75 : 0),
      }),
    ),
  ]
}

const right = (text: string, indentRight: number, rest: Partial<Paragraph> = {}): Paragraph =>
  paragraph(text, { align: 'right', indentRight: Math.max(0, indentRight), keepWithNext: true, ...rest })

/** With a seal: the date four characters in, each name in the middle above it, so that the seal covers both. */
const sealed = (offices: string[], date: string): Block[] => {
  const overhang = (name: string) => (widthOf(name) - widthOf(date)) / 2
  const dateRight = Math.max(4, ...offices.map(overhang))
  return [
    paragraph('', { keepWithNext: true }),
    paragraph('', { keepWithNext: true }),
    ...offices.map(name => right(name, dateRight - overhang(name))),
    right(date, dateRight, { keepWithNext: false }),
  ]
}

/** Without: the name two characters in, the date's first character two to the right of the name's. */
const unsealed = (offices: string[], date: string): Block[] => {
  const width = Math.max(...offices.map(widthOf))
  const dateRight = width - widthOf(date)
  const shift = dateRight < 2 ? 2 - dateRight : 0
  return [
    paragraph('', { keepWithNext: true }),
    ...offices.map(name => right(name, 2 + shift + (width - widthOf(name)))),
    right(date, Math.max(2, dateRight), { keepWithNext: false }),
  ]
}

/** 出席、请假、列席: the word in 3号黑体 two characters in, the names after it, further lines under their first character. */
const attendanceBlocks = ({ attendance = [] }: OfficialDocument): Block[] => [
  paragraph(''),
  ...attendance.map(({ label, names }) =>
    paragraph('', {
      runs: [{ text: label, style: 'heading1' }, { text: `：${names}` }],
      indentLeft: widthOf(label) + 3,
      indent: -widthOf(label) - 1,
    }),
  ),
]

/** Who signs, the date, and the remark in brackets; of minutes, who was there. */
export const signatureBlocks = (model: OfficialDocument): Block[] => {
  const { signature, remark, format } = model
  if (format === 'minutes') return attendanceBlocks(model)
  const date = dateText(signature.date)
  return [
    ...(signature.sealed ? sealed(signature.offices, date) : unsealed(signature.offices, date)),
    ...(remark ? [paragraph(`（${remark}）`, { indent: 2 })] : []),
  ]
}

const OUTER = 0.35
const INNER = 0.25
const ROW = 8
const LINE = 7
/** 4号 characters of a line between margins of one character each. */
const PER_LINE = 28
/** Room for “2021年12月24日印发”. */
const DATE_WIDTH = 57

/** 版记: outer lines of 0.35 mm, inner ones of 0.25 mm, at the foot of the text area. */
export const imprintTable = (imprint: NonNullable<OfficialDocument['imprint']>, profile: DocumentProfile): Table => {
  const width = textArea(profile).width - 0.2
  const copies = imprint.copyTo
    ? [paragraph(`抄送：${imprint.copyTo}。`, { style: 'imprint', indentLeft: 4, indent: -3, indentRight: 1 })]
    : []
  const cell = (blocks: Paragraph[], colspan: number, top: number) => ({
    blocks,
    colspan,
    rowspan: 1,
    verticalAlign: 'center' as const,
    edges: { top, bottom: colspan === 2 ? INNER : OUTER, left: 0, right: 0 },
  })
  const copyHeight = ROW + LINE * (Math.ceil((widthOf(imprint.copyTo ?? '') + 4) / PER_LINE) - 1)
  const top = copies.length > 0 ? INNER : OUTER
  const office = paragraph(imprint.office, { style: 'imprint', indentLeft: 1 })
  const date = paragraph(`${dateText(imprint.date)}印发`, { style: 'imprint', align: 'right', indentRight: 1 })
  return {
    kind: 'table',
    atPageFoot: true,
    line: 0,
    columns: [width - DATE_WIDTH, DATE_WIDTH],
    rows: [
      ...(copies.length > 0 ? [{ height: copyHeight, cells: [cell(copies, 2, OUTER)] }] : []),
      { height: ROW, cells: [cell([office], 1, top), cell([date], 1, top)] },
    ],
  }
}
