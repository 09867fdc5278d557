import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { searchUnits } from '#kernel/units/shared/index.ts'
import { ProblemNotice, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type Objection, sendPoints } from '../shared/objection-api.ts'

type Values = { unitId: number; points: string }

/** Hands the edited points to the unit concerned. The server refuses the objector's name and whole sentences of theirs. */
export const PointsForm = ({ objection }: { objection: Objection }) => {
  const { run, running, problem } = useAction(sendPoints, { success: '已交有关单位核查', quiet: true })
  const { concernedUnit, points } = objection
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ unitId: concernedUnit?.id, points: points ?? '' }}
      onFinish={body => run({ params: { id: objection.id }, body })}
    >
      <Form.Item name="unitId" label="核查单位" rules={[{ required: true, message: '请选择核查单位' }]}>
        <UnitSelect known={concernedUnit} />
      </Form.Item>
      <Form.Item
        name="points"
        label="核查要点"
        extra="请另行归纳，不要照抄原话，不要写反映人的任何情况。有关单位只看得到这里写的。"
        rules={[{ required: true, whitespace: true, message: '请写明需要核查的事项' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} showCount />
      </Form.Item>
      {problem && <ProblemNotice problem={problem} />}
      <Button htmlType="submit" loading={running}>
        {points ? '改后重新交办' : '交有关单位核查'}
      </Button>
    </Form>
  )
}

type UnitSelectProps = {
  known: { id: number; name: string } | null
  value?: number
  onChange?: (id: number) => void
}

const UnitSelect = ({ known, value, onChange }: UnitSelectProps) => {
  const [q, setQ] = useState('')
  const found = useEndpoint(searchUnits, { query: { q } }, { enabled: q.trim() !== '', keepPrevious: true })
  const options = (found.data?.units ?? []).map(unit => ({
    value: unit.id,
    label: [...unit.above.slice(1), unit.name].join(' › '),
  }))
  const all =
    known && !options.some(({ value: id }) => id === known.id)
      ? [{ value: known.id, label: known.name }, ...options]
      : options
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder="输入单位名称查找"
      options={all}
      loading={found.isFetching}
      {...(value !== undefined && { value })}
      {...(onChange && { onChange })}
    />
  )
}
