import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { fault } from './kind.ts'
import { asMonth, MONTH_PATTERN, monthNumber, tidyMonth } from './month.ts'
import { isBlankRow, type TableRow, tableKind } from './table.ts'

export const TO_THE_PRESENT = '至今'
export type ResumeRow = { start: string; end: string; unit: string; post: string }
export type ResumeGap = { index: number; from: string; to: string; months: number }

const endNumber = (row: TableRow) =>
  row.end === TO_THE_PRESENT ? Number.POSITIVE_INFINITY : monthNumber(row.end ?? '')
const hasDates = (row: TableRow) => !Number.isNaN(monthNumber(row.start ?? '')) && !Number.isNaN(endNumber(row))

/**
 * Holes between rows (R000-20). Consecutive rows may share a month or follow in the next; a later start leaves
 * `months` uncovered months. Coverage is measured from the furthest end so far, so that 在职学习 beside a post makes none.
 * `index` is the row that starts too late.
 */
export const resumeGaps = (rows: TableRow[]): ResumeGap[] => {
  const gaps: ResumeGap[] = []
  let furthest: TableRow | undefined
  for (const [index, row] of rows.entries()) {
    if (!hasDates(row)) continue
    const distance = furthest ? monthNumber(row.start!) - endNumber(furthest) : 0
    if (distance >= 2) gaps.push({ index, from: furthest!.end!, to: row.start!, months: distance - 1 })
    if (!furthest || endNumber(row) >= endNumber(furthest)) furthest = row
  }
  return gaps
}

/** Whether a row is study rather than work, judged by its words. */
export const isStudy = (row: TableRow): boolean =>
  /学习|就读|专业|学生|本科|硕士|博士|研究生|中专|大专/u.test(`${row.unit}${row.post}`)

const rowFaults = (rows: TableRow[]): FieldFinding[] =>
  rows.flatMap((row, index) => {
    const { start = '', end = '' } = row
    const findings: FieldFinding[] = []
    if (start && !MONTH_PATTERN.test(start)) {
      findings.push(
        fault('resume.month', 'block', `第${index + 1}段简历的起始时间应为“××××.××”，如2008.07。`, `${index}.start`),
      )
    }
    if (end && end !== TO_THE_PRESENT && !MONTH_PATTERN.test(end)) {
      findings.push(
        fault('resume.month', 'block', `第${index + 1}段简历的终止时间应为“××××.××”或“至今”。`, `${index}.end`),
      )
    }
    if (hasDates(row) && endNumber(row) < monthNumber(start)) {
      findings.push(fault('resume.backwards', 'block', `第${index + 1}段简历终止时间早于起始时间。`, `${index}.end`))
    }
    return findings
  })

const orderFaults = (rows: TableRow[]): FieldFinding[] =>
  rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (!before || !hasDates(row) || !hasDates(before)) return []
    if (monthNumber(row.start!) < monthNumber(before.start!)) {
      return [
        fault('resume.order', 'block', `简历应按时间先后填写，第${index + 1}段早于第${index}段。`, `${index}.start`),
      ]
    }
    if (monthNumber(row.start!) >= endNumber(before)) return []
    const message = `第${index + 1}段与第${index}段时间重叠，如为在职学习、兼职可不改。`
    return [fault('resume.overlap', 'warning', message, `${index}.start`)]
  })

const gapFaults = (rows: TableRow[]): FieldFinding[] =>
  resumeGaps(rows).map(({ index, from, to, months }) =>
    fault('resume.gap', 'block', `简历在${from}至${to}之间空断${months}个月，请补齐。`, `${index}.start`),
  )

const endFaults = (rows: TableRow[], field: FieldOf<'resume'>, context: FieldContext): FieldFinding[] => {
  const filled = rows.filter(row => !isBlankRow(row))
  const first = filled[0]
  const findings: FieldFinding[] = []
  if (context.mode === 'submit' && !filled.some(row => row.end === TO_THE_PRESENT)) {
    findings.push(fault('resume.present', 'block', '简历最后一段应填至“至今”。', `${rows.length - 1}.end`))
  }
  const began = field.startsWith ? asMonth(context.answers[field.startsWith]) : ''
  if (first?.start && began && !isStudy(first) && first.start !== began) {
    const message = `简历应从参加工作时间（${began}）填起；先读大、中专院校后参加工作的，从院校学习时填起。`
    findings.push(fault('resume.start', 'block', message, '0.start'))
  }
  return findings
}

const tidyEnd = (text: string) => (/^(至今|今|现在|目前)$/u.test(text) ? TO_THE_PRESENT : tidyMonth(text))

/** Résumé to the month, without holes, from first job (or the schooling before it) to the present. */
export const resume = tableKind({
  kind: 'resume',
  noun: '简历',
  columns: [
    { key: 'start', label: '起始时间', tidy: tidyMonth },
    { key: 'end', label: '终止时间', tidy: tidyEnd },
    { key: 'unit', label: '单位（院校）' },
    { key: 'post', label: '职务（专业）' },
  ],
  check: (rows, field, context) => [
    ...rowFaults(rows),
    ...orderFaults(rows),
    ...gapFaults(rows),
    ...endFaults(rows, field, context),
  ],
  rowText: row => `${row.start}—${row.end}  ${row.unit}${row.post}`,
})
