import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { findingsAt, useEditing } from '../editor-context.ts'
import { cellPath } from '../field-label.ts'
import { FindingList } from '../finding-list.tsx'
import { moved } from '../set-answer.ts'

export type Row = Record<string, unknown>
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
  const { set, readOnly, findings } = useEditing()
  const list = useRef<HTMLDivElement>(null)
  const focusRow = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('.row-cells')[index]?.querySelector('input')?.focus())
  const change = (next: Row[], focus: number) => {
    set({ [path]: next })
    focusRow(focus)
  }
  const add = (index: number) => change([...rows.slice(0, index), {}, ...rows.slice(index)], index)
  const remove = (index: number) =>
    change(
      rows.filter((_, at) => at !== index),
      Math.max(0, index - 1),
    )
  const onKey = (event: KeyboardEvent, index: number) => {
    const acts: Record<string, (() => void) | undefined> = {
      Enter:
        event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) ? undefined : () => add(index + 1),
      ArrowUp: event.altKey ? () => change(moved(rows, index, index - 1), Math.max(0, index - 1)) : undefined,
      ArrowDown: event.altKey ? () => change(moved(rows, index, index + 1), index + 1) : undefined,
      Delete: event.altKey ? () => remove(index) : undefined,
    }
    const act = readOnly ? undefined : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div
      className="rows-editor"
      ref={list}
      style={{ '--columns': columns.map(({ width }) => width).join(' ') } as never}
    >
      {rows.length > 0 && (
        <div className="rows-head" aria-hidden="true">
          {columns.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      )}
      {rows.map((row, index) => (
        // Rows have no identity but their place: two may be alike, and an added one is empty.
        <div key={index} className="rows-row" data-path={`${path}.${index}`}>
          {between?.(index)}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs inside are caught here */}
          <div className="row-cells" onKeyDown={event => onKey(event, index)}>
            {columns.map(column => (
              <div key={column.key} data-path={cellPath(path, index, column.key)}>
                <label className="narrow-label" htmlFor={cellPath(path, index, column.key)}>
                  {column.label}
                </label>
                {cell(column, cellPath(path, index, column.key), row[column.key])}
              </div>
            ))}
            {!readOnly && (
              <RowButtons
                noun={`第${index + 1}条${noun}`}
                up={index > 0 ? () => change(moved(rows, index, index - 1), index - 1) : undefined}
                down={index < rows.length - 1 ? () => change(moved(rows, index, index + 1), index + 1) : undefined}
                remove={() => remove(index)}
              />
            )}
          </div>
          <FindingList findings={findingsAt(findings, `${path}.${index}`, true)} />
        </div>
      ))}
      {!readOnly && (
        <Button id={path} icon={<PlusOutlined />} onClick={() => add(rows.length)}>
          添加{noun}
        </Button>
      )}
    </div>
  )
}

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
