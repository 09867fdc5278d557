import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, InputNumber } from 'antd'
import type { PlanPath } from '../../../shared/index.ts'
import type { Schema } from '../schema/plan-schema.ts'
import { alternatives } from '../schema/plan-schema.ts'
import { useNamed, usePlanValue } from './plan-forms.ts'

/** Figures under names: each in a line; names that others use already are offered. */
export const RecordInput = ({ schema, path }: { schema: Schema; path: PlanPath }) => {
  const { value, set } = usePlanValue(path)
  const used = useNamed(String(path.at(-1)))
  const lines = Object.entries((value ?? {}) as Record<string, unknown>)
  const [shape] = alternatives(schema)
  const keep = (next: [string, unknown][]) => set(next.length > 0 ? Object.fromEntries(next) : undefined)
  const change = (at: number, line: [string, unknown]) => keep(lines.map((each, index) => (index === at ? line : each)))
  const free = used.find(({ key }) => key !== 'population' && !lines.some(([name]) => name === key))
  return (
    <div className="plan-record">
      {lines.map(([name, figure], index) => (
        // A line has no identity but its place while its name is typed.
        <div key={index}>
          <AutoComplete
            aria-label="代号"
            value={name}
            options={used.map(({ key }) => ({ value: key }))}
            onChange={(next: string) => lines.some(([other]) => other === next) || change(index, [next, figure])}
          />
          <InputNumber
            aria-label={`${name}的数值`}
            value={typeof figure === 'number' ? figure : null}
            min={shape?.minimum ?? 0}
            onChange={next => change(index, [name, next ?? 0])}
          />
          <Button
            size="small"
            type="text"
            aria-label={`删除${name}`}
            icon={<DeleteOutlined />}
            onClick={() => keep(lines.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => keep([...lines, [free?.key ?? `measure-${lines.length + 1}`, 0]])}
      >
        添加基数
      </Button>
    </div>
  )
}
