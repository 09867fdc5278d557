import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CSSProperties, ReactNode } from 'react'
import { findingsAt, useEditing } from '../editor-context.ts'
import { cellPath } from '../field-label.ts'
import { FindingList } from '../finding-list.tsx'
import { type Row, useRowActs } from './use-row-acts.ts'

export type RowColumn = { key: string; label: string; width: string }
type RowsEditorProps = {
  path: string
  columns: RowColumn[]
  rows: Row[]
  noun: string
  cell: (column: RowColumn, path: string, value: unknown) => ReactNode
  /** Said above a row: a hole in the résumé. */
  between?: (index: number) => ReactNode
}

/** Rows of a table: added, removed and moved by mouse or by keyboard (回车 adds, Alt+↑↓ moves, Alt+Delete removes). */
export const RowsEditor = ({ path, columns, rows, noun, cell, between }: RowsEditorProps) => {
  const { readOnly, findings } = useEditing()
  const { list, add, remove, move, onKey } = useRowActs(path, rows)
  const widths = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties
  return (
    <div className="rows-editor" ref={list} style={widths}>
      {rows.length > 0 && <ColumnHeads columns={columns} />}
      {rows.map((row, index) => (
        // Rows have no identity but their place: two may be alike, and an added one is empty.
        <div key={index} className="rows-row" data-path={cellPath(path, index)}>
          {between?.(index)}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs inside are caught here */}
          <div className="row-cells" onKeyDown={event => onKey(event, index)}>
            <Cells base={cellPath(path, index)} {...{ columns, row, cell }} />
            {!readOnly && (
              <RowButtons
                noun={`第${index + 1}条${noun}`}
                up={index > 0 ? () => move(index, -1) : undefined}
                down={index < rows.length - 1 ? () => move(index, 1) : undefined}
                remove={() => remove(index)}
              />
            )}
          </div>
          <FindingList findings={findingsAt(findings, cellPath(path, index), true)} />
        </div>
      ))}
      {!readOnly && (
        <Button id={path} icon={<PlusOutlined />} title="也可在行内按回车" onClick={() => add(rows.length)}>
          添加{noun}
        </Button>
      )}
    </div>
  )
}

const ColumnHeads = ({ columns }: { columns: RowColumn[] }) => (
  <div className="rows-head" aria-hidden="true">
    {columns.map(({ key, label }) => (
      <span key={key}>{label}</span>
    ))}
  </div>
)

type CellsProps = Pick<RowsEditorProps, 'columns' | 'cell'> & { base: string; row: Row }

const Cells = ({ base, columns, row, cell }: CellsProps) => (
  <>
    {columns.map(column => (
      <div key={column.key} data-path={cellPath(base, column.key)}>
        <label className="narrow-label" htmlFor={cellPath(base, column.key)}>
          {column.label}
        </label>
        {cell(column, cellPath(base, column.key), row[column.key])}
      </div>
    ))}
  </>
)

type Act = (() => void) | undefined

const RowButtons = ({ noun, up, down, remove }: { noun: string; up: Act; down: Act; remove: () => void }) => (
  <span className="row-buttons">
    <Button type="text" icon={<ArrowUpOutlined />} aria-label={`上移${noun}`} disabled={!up} onClick={() => up?.()} />
    <Button
      type="text"
      icon={<ArrowDownOutlined />}
      aria-label={`下移${noun}`}
      disabled={!down}
      onClick={() => down?.()}
    />
    <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${noun}`} onClick={remove} />
  </span>
)
