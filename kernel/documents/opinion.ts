import {
  answerAt,
  appliesTo,
  dateText,
  EMPTY_OPINION,
  type FieldOf,
  fieldAt,
  isDate,
  type OpinionAnswer,
} from '#kernel/forms/shared/index.ts'
import { type FormContent, NOT_APPLICABLE } from './answers.ts'
import { paragraph } from './build.ts'
import type { Paragraph } from './model.ts'

const BLANK_DATE = '年    月    日'

const dateLine = (field: FieldOf<'opinion'>, date: string): string =>
  isDate(date) ? dateText(date) : `${field.year ?? ''}${BLANK_DATE}`

/** The mark with the name in the blank after “签字：”, or before it. */
const signed = (mark: string, signer: string): string => {
  if (!signer) return mark
  return mark.includes('签字：') ? mark.replace(/签字：\s*/, `签字：${signer}  `) : `${signer}  ${mark}`
}

/** An opinion cell: the words, then who signs, the mark for the seal and the date, to the right. */
export const opinionBlocks = (content: FormContent, path: string): Paragraph[] => {
  const field = fieldAt(content.form, path)
  if (field?.kind !== 'opinion') return [paragraph('')]
  if (!appliesTo(field, content.unitClass)) return [paragraph(NOT_APPLICABLE, { align: 'center' })]
  const answer: OpinionAnswer = { ...EMPTY_OPINION, ...(answerAt(content.answers, path) as Partial<OpinionAnswer>) }
  const words = (answer.opinion || (answer.date ? (field.preset ?? '') : '')).split('\n')
  const mark = signed(field.mark, answer.signer)
  return [
    ...words.map(text => paragraph(text, { align: 'left', indent: text ? 2 : 0 })),
    paragraph(mark, { align: 'right', linesBefore: 1, indentRight: 3 }),
    paragraph(dateLine(field, answer.date), { align: 'right', indentRight: 1 }),
  ]
}
