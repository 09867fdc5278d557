import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { memo, useCallback, useRef } from 'react'
import { newKey } from '#platform/ui/desk/index.ts'
import type { NoticeItem } from '../shared/content.ts'

type ItemRowsProps = { items: NoticeItem[]; onChange: (items: NoticeItem[]) => void }
type RowAct = { kind: 'set'; item: NoticeItem } | { kind: 'move'; by: 1 | -1 } | { kind: 'remove' }

/** The list, a row a name: edited in place, moved up and down, added and taken away. */
export const ItemRows = ({ items, onChange }: ItemRowsProps) => {
  const latest = useRef({ items, onChange })
  latest.current = { items, onChange }
  // One function for all rows, so that typing in one row of 300 does not draw the others again.
  const act = useCallback((key: string, what: RowAct) => {
    const now = latest.current
    now.onChange(applied(now.items, key, what))
  }, [])
  return (
    <>
      <ol className="notice-items">
        {items.map((item, place) => (
          <ItemRow key={item.key} item={item} first={place === 0} last={place === items.length - 1} act={act} />
        ))}
      </ol>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange([...items, { key: newKey(), name: '', unit: '' }])}
      >
        加一名
      </Button>
    </>
  )
}

const applied = (items: NoticeItem[], key: string, what: RowAct): NoticeItem[] => {
  if (what.kind === 'set') return items.map(item => (item.key === key ? what.item : item))
  if (what.kind === 'remove') return items.filter(item => item.key !== key)
  const from = items.findIndex(item => item.key === key)
  const to = from + what.by
  if (to < 0 || to >= items.length) return items
  const moved = [...items]
  moved.splice(to, 0, ...moved.splice(from, 1))
  return moved
}

type ItemRowProps = { item: NoticeItem; first: boolean; last: boolean; act: (key: string, what: RowAct) => void }

const fields = [
  { name: 'name', label: '姓名或名称' },
  { name: 'unit', label: '单位' },
  { name: 'post', label: '职务' },
  { name: 'note', label: '备注' },
] as const

const ItemRow = memo(({ item, first, last, act }: ItemRowProps) => (
  <li>
    <div className="notice-item">
      {fields.map(({ name, label }) => (
        <Input
          key={name}
          aria-label={label}
          placeholder={label}
          value={item[name]}
          onChange={({ target }) => act(item.key, { kind: 'set', item: { ...item, [name]: target.value } })}
        />
      ))}
      <span className="notice-item-tools">
        <Button
          type="text"
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={`${item.name}上移`}
          disabled={first}
          onClick={() => act(item.key, { kind: 'move', by: -1 })}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={`${item.name}下移`}
          disabled={last}
          onClick={() => act(item.key, { kind: 'move', by: 1 })}
        />
        <Button
          type="text"
          size="small"
          danger
          icon={<DeleteOutlined />}
          aria-label={`删去${item.name}`}
          onClick={() => act(item.key, { kind: 'remove' })}
        />
      </span>
    </div>
  </li>
))
ItemRow.displayName = 'ItemRow'
