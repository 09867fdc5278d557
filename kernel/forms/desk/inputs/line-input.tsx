import { AutoComplete, Input } from 'antd'
import { kindOf, type LeafField, provinces } from '../../shared/index.ts'
import { findingsAt, statusOf, useEditing } from '../editor-context.ts'

export type InputProps<F extends LeafField = LeafField> = { field: F; path: string; value: unknown }

const PLACEHOLDERS: Partial<Record<LeafField['kind'], string>> = {
  date: '如 2021.7.1 或 20210701',
  month: '如 1985.07',
  phone: '11位手机号，或 0371-65901234',
  idNumber: '18位身份证号',
  nativePlace: '如 河南省洛阳市',
  uscc: '18位统一社会信用代码',
}
const NUMERIC: LeafField['kind'][] = ['phone', 'postcode', 'number']

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** One line of text; tidied when the field is left, so that `２０２１年7月1日` becomes a date by itself. */
export const LineInput = ({ field, path, value }: InputProps) => {
  const { findings, readOnly, set } = useEditing()
  const tidy = () => {
    const next = kindOf(field).normalise(value, field)
    if (next !== value) set({ [path]: next })
  }
  return (
    <Input
      id={path}
      value={asText(value)}
      disabled={readOnly}
      status={statusOf(findingsAt(findings, path))}
      placeholder={PLACEHOLDERS[field.kind]}
      inputMode={NUMERIC.includes(field.kind) ? 'tel' : 'text'}
      autoComplete="off"
      onChange={({ target }) => set({ [path]: target.value })}
      onBlur={tidy}
    />
  )
}

const SUGGESTIONS = 12

const places = (typed: string): { value: string }[] => {
  if (typed === '') return []
  const names = provinces().flatMap(province => [
    ...province.cities.map(city => province.name + city.name),
    ...province.cities.flatMap(city => city.counties.map(county => province.name + county.name)),
  ])
  const parts = [...typed.replace(/[省市县区]/gu, '')]
  const fits = (name: string) => parts.reduce((at, part) => (at < 0 ? at : name.indexOf(part, at) + 1 || -1), 0) >= 0
  const usable = (name: string) => !/(市辖区|县|直辖.*)$/u.test(name) || /.县$/u.test(name)
  return names
    .filter(name => usable(name) && fits(name))
    .slice(0, SUGGESTIONS)
    .map(value => ({ value }))
}

/** 籍贯: typing “河南洛” offers 河南省洛阳市. */
export const NativePlaceInput = ({ field, path, value }: InputProps) => {
  const { findings, readOnly, set } = useEditing()
  return (
    <AutoComplete
      id={path}
      value={asText(value)}
      disabled={readOnly}
      options={places(asText(value))}
      status={statusOf(findingsAt(findings, path))}
      placeholder={PLACEHOLDERS[field.kind] ?? ''}
      onChange={(next: string) => set({ [path]: next })}
      onBlur={() => set({ [path]: kindOf(field).normalise(value, field) })}
    />
  )
}
