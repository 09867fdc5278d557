import { Input, Select } from 'antd'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { type projectApi, type State, states } from '../shared/index.ts'

/** Only what is asked for has a key, so that an empty one asks for everything. */
export type ProjectFilter = { words?: string; state?: State; unitId?: number; programmeId?: number }
export const noFilter: ProjectFilter = {}

type Start = AnswerOf<typeof projectApi.startingPoints>
type Props = Pick<Start, 'villages' | 'programmes'> & {
  value: ProjectFilter
  counts: Record<string, number>
  onChange: (filter: ProjectFilter) => void
}

const without = (filter: ProjectFilter, key: keyof ProjectFilter): ProjectFilter => {
  const { [key]: _, ...rest } = filter
  return rest
}

/** By words, state, village or sub-district, and year; the last two where there is a choice. */
export const ProjectFilters = ({ value, counts, villages, programmes, onChange }: Props) => {
  const set = <K extends keyof ProjectFilter>(key: K, chosen: ProjectFilter[K] | '') =>
    onChange(chosen === '' || chosen === undefined ? without(value, key) : { ...value, [key]: chosen })
  return (
    <>
      <Input.Search
        aria-label="按项目名称或牵头人查找"
        placeholder="项目名称、牵头人"
        allowClear
        onSearch={words => set('words', words.trim())}
      />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={value.state}
        options={stateOptions(counts)}
        onChange={state => set('state', state)}
      />
      {villages.length > 1 && (
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={value.unitId}
          options={villages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={unitId => set('unitId', unitId)}
        />
      )}
      {programmes.length > 1 && (
        <Select
          aria-label="年度活动"
          placeholder="全部年度"
          allowClear
          value={value.programmeId}
          options={programmes.map(({ id, unitName, programme }) => ({
            value: id,
            label: `${unitName} ${programme.year}年`,
          }))}
          onChange={programmeId => set('programmeId', programmeId)}
        />
      )}
    </>
  )
}

const stateOptions = (counts: Record<string, number>) =>
  (Object.keys(states) as State[])
    .filter(state => counts[state])
    .map(state => ({ value: state, label: `${states[state]}（${counts[state]}）` }))
