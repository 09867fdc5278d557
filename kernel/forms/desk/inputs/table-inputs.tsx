import { Button, Input, Select } from 'antd'
import {
  type Field,
  type FieldOf,
  HONOUR_LEVELS,
  kindOf,
  MEDIA_LEVELS,
  monthNumber,
  resumeGaps,
  type TableRow,
  TO_THE_PRESENT,
} from '../../shared/index.ts'
import { findingsAt, statusOf, useEditing } from '../editor-context.ts'
import { LeafInput } from './leaf-input.tsx'
import { type RowColumn, RowsEditor } from './rows-editor.tsx'
import type { Row } from './use-row-acts.ts'

const column = (key: string, label: string, width: string): RowColumn => ({ key, label, width })

const COLUMNS = {
  resume: [
    column('start', '起（年.月）', '104px'),
    column('end', '止（或至今）', '104px'),
    column('unit', '单位（院校）', '1.3fr'),
    column('post', '职务（专业）', '1fr'),
  ],
  awards: [
    column('date', '时间', '116px'),
    column('name', '奖项名称', '1.4fr'),
    column('grantor', '授予单位', '1fr'),
    column('level', '级别', '112px'),
  ],
  mediaReports: [
    column('date', '时间', '116px'),
    column('media', '媒体', '1fr'),
    column('level', '级别', '104px'),
    column('column', '栏目', '0.8fr'),
    column('title', '标题', '1.5fr'),
  ],
}
const NOUNS = { resume: '简历', awards: '奖项', mediaReports: '报道' }

type TableField = FieldOf<'resume'> | FieldOf<'awards'> | FieldOf<'mediaReports'>
type TableInputProps<F extends Field> = { field: F; path: string; value: unknown }

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

const TextCell = ({ path, value, onLeave }: { path: string; value: unknown; onLeave: () => void }) => {
  const { set, readOnly, findings } = useEditing()
  return (
    <Input
      id={path}
      value={typeof value === 'string' ? value : ''}
      disabled={readOnly}
      status={statusOf(findingsAt(findings, path))}
      onChange={({ target }) => set({ [path]: target.value })}
      onBlur={onLeave}
    />
  )
}

const LevelCell = ({ path, value, levels }: { path: string; value: unknown; levels: readonly string[] }) => {
  const { set, readOnly, findings } = useEditing()
  return (
    <Select
      id={path}
      value={(value as string) || null}
      disabled={readOnly}
      status={statusOf(findingsAt(findings, path))}
      options={levels.map(level => ({ value: level, label: level }))}
      onChange={next => set({ [path]: next })}
    />
  )
}

const byStart = (a: TableRow, b: TableRow) => (monthNumber(a.start ?? '') || 0) - (monthNumber(b.start ?? '') || 0)

/** Holes are said between the rows they lie between. */
const gapNote = (rows: TableRow[]) => (index: number) => {
  const gap = resumeGaps(rows).find(one => one.index === index)
  return gap ? (
    <p className="resume-gap num">
      {gap.from}至{gap.to}空断{gap.months}个月
    </p>
  ) : null
}

/** Résumé, awards or media reports. */
export const TableInput = ({ field, path, value }: TableInputProps<TableField>) => {
  const { set, readOnly } = useEditing()
  const rows = rowsOf(value)
  const tidy = () => {
    const next = kindOf(field).normalise(rows, field)
    if (JSON.stringify(next) !== JSON.stringify(rows)) set({ [path]: next })
  }
  const isResume = field.kind === 'resume'
  const levels = field.kind === 'awards' ? HONOUR_LEVELS : MEDIA_LEVELS
  const unsorted = isResume && rows.some((row, at) => at > 0 && byStart(rows[at - 1] as TableRow, row as TableRow) > 0)
  return (
    <>
      <RowsEditor
        path={path}
        columns={COLUMNS[field.kind]}
        rows={rows}
        noun={NOUNS[field.kind]}
        cell={({ key }, cellPath, cell) =>
          key === 'level' ? (
            <LevelCell path={cellPath} value={cell} levels={levels} />
          ) : (
            <TextCell path={cellPath} value={cell} onLeave={tidy} />
          )
        }
        {...(isResume && { between: gapNote(rows as TableRow[]) })}
      />
      {isResume && !readOnly && rows.length > 0 && (
        <span className="resume-tools">
          {rows[rows.length - 1]?.end !== TO_THE_PRESENT && (
            <Button type="link" onClick={() => set({ [`${path}.${rows.length - 1}.end`]: TO_THE_PRESENT })}>
              最后一段填“至今”
            </Button>
          )}
          {unsorted && (
            <Button type="link" onClick={() => set({ [path]: [...(rows as TableRow[])].sort(byStart) })}>
              按时间排序
            </Button>
          )}
        </span>
      )}
    </>
  )
}

/** Rows whose columns are fields of their own. */
export const FieldRowsInput = ({ field, path, value }: TableInputProps<FieldOf<'rows'>>) => (
  <RowsEditor
    path={path}
    columns={field.fields.map(({ key, label, kind }) => column(key, label, kind === 'gender' ? '130px' : '1fr'))}
    rows={rowsOf(value)}
    noun={field.label}
    cell={({ key }, cellPath, cell) => (
      <LeafInput field={field.fields.find(one => one.key === key)!} path={cellPath} value={cell} />
    )}
  />
)
