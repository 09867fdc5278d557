import { HONOUR_LEVELS, MEDIA_LEVELS } from '../definition/field.ts'
import type { FieldContext, FieldFinding, Severity } from '../definition/finding.ts'
import { isDate, tidyDate } from './date.ts'
import { fault } from './kind.ts'
import { MONTH_PATTERN, tidyMonth } from './month.ts'
import { type TableRow, tableKind } from './table.ts'

const tidyDay = (text: string) => (isDate(tidyDate(text)) ? tidyDate(text) : tidyMonth(text))

const dateFaults = (rows: TableRow[], noun: string, context: FieldContext): FieldFinding[] =>
  rows.flatMap((row, index) => {
    const day = row.date ?? ''
    if (day === '') return []
    if (!isDate(day) && !MONTH_PATTERN.test(day)) {
      return [fault('row.date', 'block', `第${index + 1}条${noun}的时间应为“2021.07”或完整日期。`, `${index}.date`)]
    }
    const future = day.replaceAll('.', '-') > context.today
    return future ? [fault('row.future', 'block', `第${index + 1}条${noun}的时间晚于今天。`, `${index}.date`)] : []
  })

type Levels = { levels: readonly string[]; least: string | undefined; severity: Severity }

const levelFaults = (
  rows: TableRow[],
  { levels, least, severity }: Levels,
  say: (row: TableRow) => string,
): FieldFinding[] =>
  rows.flatMap((row, index) => {
    if (!row.level) return []
    const rank = levels.indexOf(row.level)
    if (rank < 0) return [fault('row.level', 'block', `没有“${row.level}”这一级别，请重新选择。`, `${index}.level`)]
    if (!least || rank >= levels.indexOf(least)) return []
    return [fault('row.levelLow', severity, say(row), `${index}.level`)]
  })

/** Awards: time, name, granting body, level (R000-16). */
export const awards = tableKind({
  kind: 'awards',
  noun: '奖项',
  columns: [
    { key: 'date', label: '时间', tidy: tidyDay },
    { key: 'name', label: '奖项名称' },
    { key: 'grantor', label: '授予单位' },
    { key: 'level', label: '级别' },
  ],
  check: (rows, field, context) => [
    ...dateFaults(rows, '奖项', context),
    ...levelFaults(
      rows,
      { levels: HONOUR_LEVELS, least: field.least, severity: field.levelSeverity },
      row => `“${row.name}”为${row.level}奖项，只填写${field.least}及以上奖项。`,
    ),
  ],
  rowText: row => `${row.date}  ${row.name}（${row.grantor}）`,
})

/** Media reports: time, medium, its level, column, title (R000-11). */
export const mediaReports = tableKind({
  kind: 'mediaReports',
  noun: '报道',
  columns: [
    { key: 'date', label: '时间', tidy: tidyDay },
    { key: 'media', label: '媒体' },
    { key: 'level', label: '级别' },
    { key: 'column', label: '栏目' },
    { key: 'title', label: '标题' },
  ],
  check: (rows, field, context) => [
    ...dateFaults(rows, '报道', context),
    ...levelFaults(
      rows,
      { levels: MEDIA_LEVELS, least: field.least, severity: field.levelSeverity },
      row => `“${row.media}”级别低于${field.least}，请删除或说明。`,
    ),
  ],
  rowText: row => `${row.date}  ${row.media}“${row.column}”栏目：《${row.title}》`,
})
