import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PlanPath } from '../../../shared/index.ts'
import { blankItem } from '../schema/blank.ts'
import { controlFor } from '../schema/control.ts'
import type { Schema } from '../schema/plan-schema.ts'
import { Group, OneOf } from './plan-field.tsx'
import { titleOf, usePlanValue } from './plan-forms.ts'

type ItemListProps = { item: Schema; path: PlanPath; label: string }

/** A list whose items open one by one; they are put in order by dragging, by buttons, or with Alt and the arrow keys. */
export const ItemList = ({ item, path, label }: ItemListProps) => {
  const { value, edit } = usePlanValue(path)
  const items = Array.isArray(value) ? value : []
  const [open, setOpen] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return
    edit({ kind: 'move', path, from, to })
    setOpen(now => (now === from ? to : undefined))
    // The keyboard stays with the item that it moves.
    list.current?.children[to]?.querySelector<HTMLElement>('.plan-item-title')?.focus()
  }
  const add = () => {
    edit({ kind: 'append', path, value: blankItem(item, items, stemOf(path)) })
    setOpen(items.length)
  }
  const remove = (index: number) => {
    edit({ kind: 'remove', path: [...path, index] })
    setOpen(undefined)
  }
  return (
    <div className="plan-items">
      <ol ref={list}>
        {items.map((each, index) => (
          <Item
            // Items have no identity but their place: two may bear one key while somebody types.
            key={index}
            {...{ item, index, label }}
            path={[...path, index]}
            title={titleOf(each) ?? `第${index + 1}项`}
            last={index === items.length - 1}
            open={open === index}
            onToggle={() => setOpen(open === index ? undefined : index)}
            onOpen={() => setOpen(index)}
            onMove={to => move(index, to)}
            onDrop={from => move(from, index)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        添加{label.length <= 8 ? label : '一项'}
      </Button>
    </div>
  )
}

const stemOf = (path: PlanPath) => String(path.findLast(segment => typeof segment === 'string') ?? 'item').toLowerCase()

type ItemProps = {
  item: Schema
  path: PlanPath
  index: number
  title: string
  label: string
  last: boolean
  open: boolean
  onToggle: () => void
  onOpen: () => void
  onMove: (to: number) => void
  onDrop: (from: number) => void
  onRemove: () => void
}

const Item = ({
  item,
  path,
  index,
  title,
  label,
  last,
  open,
  onToggle,
  onOpen,
  onMove,
  onDrop,
  onRemove,
}: ItemProps) => {
  const { targeted, target, faultsWithin } = usePlanValue(path)
  // Opens once for each jump
  useEffect(() => {
    if (targeted) onOpen()
  }, [target])
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  return (
    <li
      className={open ? 'plan-item plan-item-open' : 'plan-item'}
      data-path={path.join('.')}
      {...dropping(path, onDrop)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same by keyboard */}
      <div className="plan-item-head" draggable onDragStart={event => pickUp(event, path, index)}>
        <button type="button" className="plan-item-title" aria-expanded={open} onClick={onToggle} onKeyDown={keys}>
          <span className="num">{index + 1}</span> {title}
          {faultsWithin > 0 && <span className="plan-badge">{faultsWithin}处问题</span>}
        </button>
        <Button
          size="small"
          type="text"
          aria-label={`上移：${title}`}
          icon={<ArrowUpOutlined />}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <Button
          size="small"
          type="text"
          aria-label={`下移：${title}`}
          icon={<ArrowDownOutlined />}
          disabled={last}
          onClick={() => onMove(index + 1)}
        />
        <Button size="small" type="text" aria-label={`删除：${title}`} icon={<DeleteOutlined />} onClick={onRemove} />
      </div>
      {open && (
        <div className="plan-item-body">
          <ItemBody item={item} path={path} label={label} />
        </div>
      )}
    </li>
  )
}

const ItemBody = ({ item, path, label }: { item: Schema; path: PlanPath; label: string }) => {
  const { control } = controlFor(item, path)
  if (control.kind === 'one-of') return <OneOf shapes={control.shapes} path={path} label={label} />
  return control.kind === 'group' ? <Group schema={control.schema} path={path} /> : null
}

const TYPE = 'application/x-plan-item'

const listOf = (path: PlanPath) => path.slice(0, -1).join('.')

const pickUp = (event: DragEvent, path: PlanPath, index: number) => {
  event.stopPropagation()
  event.dataTransfer.setData(TYPE, `${listOf(path)}|${index}`)
}

/** Items are dropped within their own list only: the list's path travels with the item. */
const dropping = (path: PlanPath, onDrop: (from: number) => void) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer.types.includes(TYPE)) event.preventDefault()
  },
  onDrop: (event: DragEvent) => {
    const [list, from] = event.dataTransfer.getData(TYPE).split('|')
    if (list !== listOf(path)) return
    event.preventDefault()
    event.stopPropagation()
    onDrop(Number(from))
  },
})
