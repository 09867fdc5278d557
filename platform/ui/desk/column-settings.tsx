import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { DataColumn } from './data-table.tsx'
import { useRemembered } from './remembered.ts'

type Settings = {
  columns: { key: string; title: string; always: boolean }[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}

/** The columns to show, as this person last chose. */
export const useColumns = <Row,>(name: string, columns: DataColumn<Row>[]) => {
  const initial = columns.filter(column => column.optional).map(column => column.key)
  const [hidden, setHidden] = useRemembered<string[]>(`columns.${name}`, initial)
  const settings: Settings = {
    columns: columns.map(({ key, title, always }) => ({ key, title, always: Boolean(always) })),
    hidden,
    onChange: setHidden,
  }
  return { shown: columns.filter(({ key, always }) => always || !hidden.includes(key)), settings }
}

export const ColumnSettings = ({ columns, hidden, onChange }: Settings) => (
  <Popover
    trigger="click"
    placement="bottomRight"
    title="显示哪些列"
    content={
      <div className="column-settings">
        {columns.map(({ key, title, always }) => (
          <Checkbox
            key={key}
            checked={always || !hidden.includes(key)}
            disabled={always}
            onChange={({ target }) => onChange(target.checked ? hidden.filter(k => k !== key) : [...hidden, key])}
          >
            {title}
          </Checkbox>
        ))}
      </div>
    }
  >
    <Button type="text" icon={<SettingOutlined />} aria-label="列设置" title="列设置" />
  </Popover>
)
