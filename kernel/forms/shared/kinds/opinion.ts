import { z } from 'zod'
import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { cleanLine, cleanText } from '../words/hygiene.ts'
import { dateText, isDate, tidyDate } from './date.ts'
import { ceilingFaults, fault, type Kind } from './kind.ts'

/** How a seal or signature is shown: a page of a scan, an electronic seal, or a promise to bring it (待补章). */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('promised'), by: z.string().max(40) }),
  z.object({
    kind: z.literal('scan'),
    fileId: z.string().max(100),
    name: z.string().max(255),
    page: z.int().default(1),
  }),
  z.object({ kind: z.literal('electronic'), signatureId: z.string().max(100) }),
])

/** One seal or signature cell (D-11). */
export const OpinionAnswer = z.object({
  opinion: z.string().default(''),
  signer: z.string().default(''),
  title: z.string().default(''),
  unit: z.string().default(''),
  date: z.string().default(''),
  evidence: Evidence.nullable().default(null),
})
export type Evidence = z.infer<typeof Evidence>
export type OpinionAnswer = z.infer<typeof OpinionAnswer>

export const EMPTY_OPINION: OpinionAnswer = { opinion: '', signer: '', title: '', unit: '', date: '', evidence: null }

/** Where a seal stands: 已盖章, 待补章 (promised), or nothing yet. The decision waits for `present`. */
export const sealState = (answer: OpinionAnswer | undefined): 'present' | 'promised' | 'missing' => {
  if (!answer?.evidence) return 'missing'
  return answer.evidence.kind === 'promised' ? 'promised' : 'present'
}

const earlier = (field: FieldOf<'opinion'>, answers: Record<string, unknown>): string =>
  field.after
    .map(key => (answers[key] as Partial<OpinionAnswer> | undefined)?.date ?? '')
    .sort()
    .pop() ?? ''

const dateFaults = (day: string, field: FieldOf<'opinion'>, context: FieldContext): FieldFinding[] => {
  if (day === '') return []
  const say = (code: string, words: string) => [fault(code, 'block', `“${field.label}”${words}`, 'date')]
  if (!isDate(day)) return say('opinion.dateFormat', '的日期应填写到日，如2021年12月28日。')
  if (day > context.today) return say('opinion.dateFuture', `的日期${dateText(day)}晚于今天，请核对。`)
  const filled = context.answers.fillDate
  if (typeof filled === 'string' && isDate(filled) && day < filled) {
    return say('opinion.dateEarly', `的日期${dateText(day)}早于填报日期${dateText(filled)}，请核对。`)
  }
  if (context.deadline && day > context.deadline && field.filledBy === 'unit') {
    return say('opinion.dateLate', `的日期${dateText(day)}晚于报送截止日期${dateText(context.deadline)}。`)
  }
  const before = earlier(field, context.answers)
  return before > day ? say('opinion.dateOrder', `的日期${dateText(day)}早于上一环节的${dateText(before)}。`) : []
}

const promiseFaults = (by: string, field: FieldOf<'opinion'>, context: FieldContext): FieldFinding[] => {
  if (context.seals === 'required') {
    const message = `“${field.label}”未见盖章页，请上传加盖公章的扫描件。`
    return [fault('opinion.sealRequired', 'block', message, 'evidence')]
  }
  if (!isDate(by)) return [fault('opinion.promiseDate', 'block', '请填写承诺补章的日期。', 'evidence')]
  const words = by < context.today ? `承诺${dateText(by)}前补章，现已逾期` : `待补章，承诺${dateText(by)}前补齐`
  return [fault('opinion.promised', 'warning', `“${field.label}”${words}；审定前须补齐。`, 'evidence')]
}

const evidenceFaults = (answer: OpinionAnswer, field: FieldOf<'opinion'>, context: FieldContext): FieldFinding[] => {
  const { evidence } = answer
  if (evidence?.kind === 'promised') return promiseFaults(evidence.by, field, context)
  if (evidence) {
    const undated = answer.date === '' && context.mode === 'submit'
    return undated ? [fault('opinion.undated', 'block', `请填写“${field.label}”落款日期。`, 'date')] : []
  }
  if (context.mode === 'draft' || !field.seal) return []
  const otherwise = context.seals === 'required' ? '' : '，或填写承诺补章日期'
  const message = `“${field.label}”未见盖章页，请上传加盖公章的扫描件${otherwise}。`
  return [fault('opinion.evidence', 'block', message, 'evidence')]
}

const wordFaults = (answer: OpinionAnswer, field: FieldOf<'opinion'>, context: FieldContext): FieldFinding[] => {
  if (context.mode === 'draft' || sealState(answer) !== 'present') return []
  const findings: FieldFinding[] = []
  if (field.words && answer.opinion === '') {
    findings.push(fault('opinion.words', 'block', `请填写“${field.label}”的意见内容。`, 'opinion'))
  }
  if (field.signature && answer.signer === '') {
    findings.push(fault('opinion.signer', 'block', `“${field.label}”未经签字，请填写签字人。`, 'signer'))
  }
  return findings
}

const CEILINGS = { opinion: 2000, signer: 50, title: 100, unit: 120, date: 40 }

const tooLong = (answer: OpinionAnswer, field: FieldOf<'opinion'>): FieldFinding[] =>
  (Object.keys(CEILINGS) as (keyof typeof CEILINGS)[]).flatMap(key =>
    ceilingFaults(answer[key], `“${field.label}”`, CEILINGS[key], key),
  )

const normalise = (raw: unknown): unknown => {
  if (raw === null || raw === undefined) return EMPTY_OPINION
  if (typeof raw !== 'object') return raw
  const cell: Record<string, unknown> = { ...EMPTY_OPINION, ...raw }
  const line = (value: unknown) => (typeof value === 'string' ? cleanLine(value) : value)
  const opinion = typeof cell.opinion === 'string' ? cleanText(cell.opinion).trim() : cell.opinion
  const date = typeof cell.date === 'string' ? tidyDate(cell.date) : cell.date
  return { ...cell, opinion, date, signer: line(cell.signer), title: line(cell.title), unit: line(cell.unit) }
}

const sealText = ({ evidence }: OpinionAnswer): string => {
  if (!evidence) return ''
  return evidence.kind === 'promised' ? `（待补章，承诺${dateText(evidence.by)}前）` : '（已盖章）'
}

/** Opinion, seal and signature with date and evidence (D-11); a printed but empty “年 月 日” is no date. */
export const opinion: Kind<'opinion', OpinionAnswer> = {
  kind: 'opinion',
  answer: OpinionAnswer,
  empty: EMPTY_OPINION,
  normalise,
  isEmpty: answer => answer.opinion === '' && answer.date === '' && answer.signer === '' && answer.evidence === null,
  validate: (answer, field, context) => [
    ...tooLong(answer, field),
    ...wordFaults(answer, field, context),
    ...dateFaults(answer.date, field, context),
    ...evidenceFaults(answer, field, context),
  ],
  toText: answer =>
    [answer.opinion, answer.signer, dateText(answer.date), sealText(answer)].filter(text => text !== '').join('　'),
}

/** A statement that someone confirms by name (R003-06: not deceased; truth of the material). */
export const declaration: Kind<'declaration', { accepted: boolean; by: string; date: string }> = {
  kind: 'declaration',
  answer: z.object({
    accepted: z.boolean().default(false),
    by: z.string().max(50).default(''),
    date: z.string().max(40).default(''),
  }),
  empty: { accepted: false, by: '', date: '' },
  normalise: raw => (typeof raw === 'boolean' ? { accepted: raw } : (raw ?? {})),
  isEmpty: answer => !answer.accepted,
  validate: () => [],
  toText: answer => (answer.accepted ? '☑已确认' : '□未确认'),
}
