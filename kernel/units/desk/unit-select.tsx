import { Select } from 'antd'
import { useState } from 'react'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { searchUnits } from '../shared/api.ts'

type UnitSelectProps = {
  value?: number
  onChange?: (id: number) => void
  /** Not offered: the unit itself, where it cannot be its own parent. */
  except?: number
  id?: string
}

/** Picks a unit within reach by a part of its name; the way to it tells units of one name apart. */
export const UnitSelect = ({ value, onChange, except, id }: UnitSelectProps) => {
  const [words, setWords] = useState('')
  const hits = useEndpoint(searchUnits, { query: { q: words } }, { enabled: words !== '', keepPrevious: true })
  const options = (hits.data?.units ?? [])
    .filter(unit => unit.active && unit.id !== except)
    .map(unit => ({ value: unit.id, label: [...unit.above, unit.name].join(' › ') }))
  return (
    <Select
      {...(id && { id })}
      {...(value !== undefined && { value })}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: text => setWords(text.trim()) }}
      options={options}
      onChange={(chosen: number) => onChange?.(chosen)}
      loading={hits.isFetching}
      placeholder="输入单位名称查找"
      notFoundContent={words ? '没有这个单位' : '请输入单位名称'}
    />
  )
}
