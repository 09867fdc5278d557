import { Checkbox, Radio, Select } from 'antd'
import { ETHNIC_GROUPS, type FieldOf, GENDERS, type LeafField, POLITICAL_STATUSES } from '../../shared/index.ts'
import { findingsAt, statusOf, useEditing } from '../editor-context.ts'
import { entersByRadio } from '../field-label.ts'
import type { InputProps } from './line-input.tsx'

const optionsOf = (field: LeafField): string[] => {
  if (field.kind === 'choice' || field.kind === 'choices') return field.options
  if (field.kind === 'gender') return GENDERS
  if (field.kind === 'ethnicGroup') return ETHNIC_GROUPS
  return field.kind === 'politicalStatus' ? POLITICAL_STATUSES : []
}

/** One of some options: buttons for a few, a list to search for many. */
export const ChoiceInput = ({ field, path, value }: InputProps) => {
  const { findings, readOnly, set } = useEditing()
  const options = optionsOf(field).map(option => ({ value: option, label: option }))
  if (entersByRadio(field)) {
    return (
      <Radio.Group
        id={path}
        value={value || null}
        disabled={readOnly}
        options={options}
        onChange={({ target }) => set({ [path]: target.value })}
      />
    )
  }
  return (
    <Select
      id={path}
      value={(value as string) || null}
      disabled={readOnly}
      options={options}
      showSearch
      placeholder="请选择，可输入查找"
      status={statusOf(findingsAt(findings, path))}
      onChange={next => set({ [path]: next ?? '' })}
    />
  )
}

/** Several of some options. */
export const ChoicesInput = ({ field, path, value }: InputProps<FieldOf<'choices'>>) => {
  const { readOnly, set } = useEditing()
  return (
    <Checkbox.Group
      value={Array.isArray(value) ? value : []}
      disabled={readOnly}
      options={field.options}
      onChange={next => set({ [path]: next })}
    />
  )
}

/** Any number of organisations, each confirmed with Enter. */
export const OrganisationsInput = ({ path, value }: InputProps) => {
  const { readOnly, set } = useEditing()
  return (
    <Select
      id={path}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={Array.isArray(value) ? value : []}
      disabled={readOnly}
      tokenSeparators={['、', '；', ';']}
      placeholder="输入单位全称，按回车添加下一个"
      onChange={next => set({ [path]: next })}
    />
  )
}
