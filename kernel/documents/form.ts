import {
  type Answers,
  answerAt,
  answerText,
  type Foot,
  type FormDefinition,
  fieldAt,
} from '#kernel/forms/shared/index.ts'
import { type FormContent, printed } from './answers.ts'
import { documentOf, paragraph } from './build.ts'
import { renderDocx } from './docx/render.ts'
import { formTables } from './form-tables.ts'
import type { Pictures } from './grid.ts'
import type { Block, Document, FootCode, Paragraph } from './model.ts'
import { type DocumentProfile, PROFILES } from './profiles.ts'

const BLANK_DATE = '      年    月    日'

/** Where the blanks of a cover end, in characters: all at one place, wide enough for a hand. */
const BLANK_END = 25

/** A cover line: label, colon, and the answer on an underlined blank. */
const coverLine = (content: FormContent, label: string, path: string): Paragraph => {
  const value = printed(content, path)
  const isDate = fieldAt(content.form, path)?.kind === 'date'
  const text = value === '' && isDate ? BLANK_DATE : ` ${value}`
  const runs = [{ text: `${label}：` }, { text: `${text}\t`, underline: true }]
  return paragraph('', { style: 'cover', runs, indent: 3, linesBefore: 1, tabs: [{ at: BLANK_END, align: 'left' }] })
}

const coverBlocks = (content: FormContent): Block[] => {
  const { cover } = content.form
  if (!cover) return []
  return [
    ...cover.title.map((text, index) =>
      paragraph(text, { style: 'title', align: 'center', linesBefore: index === 0 ? 7 : 1 }),
    ),
    paragraph('', { linesBefore: 6 }),
    ...cover.entries.map(entry => coverLine(content, entry.label, entry.field)),
  ]
}

const noteBlocks = ({ notes }: FormDefinition): Block[] => {
  if (!notes) return []
  return [
    paragraph(notes.title, { style: 'title', align: 'center', pageBreakBefore: true, linesBefore: 1 }),
    paragraph(''),
    ...notes.items.map(text => paragraph(text, { style: 'cover', indent: 2, align: 'justify' })),
  ]
}

const titleBlocks = (form: FormDefinition): Block[] => [
  ...form.title.map((text, index) =>
    paragraph(text, { style: 'title', align: 'center', pageBreakBefore: index === 0 && form.cover !== undefined }),
  ),
  paragraph(''),
]

const headBlocks = (content: FormContent): Block[] => {
  if (content.form.head.length === 0) return []
  const texts = content.form.head.map(({ label, field }) => `${label}：${printed(content, field)}`)
  return [
    paragraph(texts.map((text, index) => (index === 0 ? text.padEnd(24, '\u3000') : text)).join(''), {
      align: 'left',
      linesBefore: 1,
    }),
  ]
}

const listLines = (content: FormContent, foot: Extract<Foot, { list: string }>): string[] => {
  const field = fieldAt(content.form, foot.list)
  const items = answerAt(content.answers, foot.list)
  const rows = Array.isArray(items) ? items : []
  const names = field ? rows.map(row => answerText(field, [row])).filter(text => text !== '') : []
  return names.length > 0 ? names : Array.from({ length: foot.atLeast }, () => foot.placeholder)
}

/** A line with answers in it; where there is none, room for a pen. */
const counted = (content: FormContent, text: string): string =>
  text.replace(/\{([\w.]+)\}/g, (_, path: string) => printed(content, path) || '     ')

/** The first line below the table keeps clear of its edge. */
const belowTable = (index: number) => (index === 0 ? { linesBefore: 0.3 } : {})

const footBlocks = (content: FormContent): Block[] =>
  content.form.foot.flatMap((foot, index) => {
    if ('text' in foot) return [paragraph(counted(content, foot.text), { align: 'left', ...belowTable(index) })]
    const names = listLines(content, foot).map(text => paragraph(text, { align: 'left', indent: 4 }))
    return [paragraph(foot.heading, { align: 'left', indent: 2, ...belowTable(index) }), ...names]
  })

export type FormPrint = {
  /** Layout; default is the one the form names. */
  profile?: DocumentProfile
  /** The plan's class of the unit: cells meant for others print “—”. */
  unitClass?: string
  pictures?: Pictures
  /** Words at the head of every page (演示数据，非真实情况). */
  banner?: string
  /** Code of the printed content at the foot of every page. */
  footCode?: FootCode
}

/** A form as a document: cover, notes, and the annex's table with its answers. */
export const formDocument = (form: FormDefinition, answers: Answers, print: FormPrint = {}): Document => {
  const content: FormContent = { form, answers, ...(print.unitClass ? { unitClass: print.unitClass } : {}) }
  const [above, below] = [[...titleBlocks(form), ...headBlocks(content)], footBlocks(content)]
  const wanted = print.profile ?? PROFILES[form.profile]
  if (!wanted) throw new Error(`No document profile "${form.profile}" for form ${form.key}`)
  const { tables, profile } = formTables(content, { pictures: print.pictures ?? {}, profile: wanted }, { above, below })
  const blocks = [...coverBlocks(content), ...noteBlocks(form), ...above, ...tables, ...below]
  const { banner, footCode } = print
  return documentOf(form.title.join(''), profile, blocks, {
    ...(banner ? { banner } : {}),
    ...(footCode ? { footCode } : {}),
  })
}

/** The form as a Word file (.docx). */
export const renderForm = (form: FormDefinition, answers: Answers, print: FormPrint = {}): Buffer =>
  renderDocx(formDocument(form, answers, print))
