import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useEditing } from '../editor-context.ts'
import { moved } from '../set-answer.ts'

export type Row = Record<string, unknown>

/** Enter adds a row only where it has no meaning of its own: in a line of text, and not while characters are composed. */
const addsRow = ({ target, nativeEvent }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement &&
  target.type === 'text' &&
  target.getAttribute('role') !== 'combobox' &&
  !nativeEvent.isComposing

type RowActs = {
  list: RefObject<HTMLDivElement | null>
  add: (index: number) => void
  remove: (index: number) => void
  move: (index: number, by: 1 | -1) => void
  onKey: (event: KeyboardEvent, index: number) => void
}

/** Adding, removing and moving the rows at a path; the keyboard stays in the row that was acted on. */
export const useRowActs = (path: string, rows: Row[]): RowActs => {
  const { set, readOnly } = useEditing()
  const list = useRef<HTMLDivElement>(null)
  const change = (next: Row[], focus: number) => {
    set({ [path]: next })
    requestAnimationFrame(() => list.current?.querySelectorAll('.row-cells')[focus]?.querySelector('input')?.focus())
  }
  const add = (index: number) => change([...rows.slice(0, index), {}, ...rows.slice(index)], index)
  const remove = (index: number) =>
    change(
      rows.filter((_, at) => at !== index),
      Math.max(0, index - 1),
    )
  const move = (index: number, by: 1 | -1) =>
    change(moved(rows, index, index + by), Math.min(rows.length - 1, Math.max(0, index + by)))
  const onKey = (event: KeyboardEvent, index: number) => {
    const act = {
      Enter: addsRow(event) && (() => add(index + 1)),
      ArrowUp: event.altKey && (() => move(index, -1)),
      ArrowDown: event.altKey && (() => move(index, 1)),
      Delete: event.altKey && (() => remove(index)),
    }[event.key]
    if (!act || readOnly) return
    event.preventDefault()
    act()
  }
  return { list, add, remove, move, onKey }
}
