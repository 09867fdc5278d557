import { DatePicker, InputNumber, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { parse, stringify } from 'yaml'
import type { PlanPath } from '../../../shared/index.ts'
import type { Control } from '../schema/control.ts'
import { choiceWordsAt } from '../schema/enum-words.ts'
import { useNamed, usePlanValue } from './plan-forms.ts'
import { TypedInput } from './typed-input.tsx'

type ScalarProps<K extends Control['kind']> = { control: Extract<Control, { kind: K }>; path: PlanPath; label: string }

type Simple = 'text' | 'number' | 'flag' | 'date' | 'choice' | 'choices' | 'lines' | 'numbers' | 'yaml'

/** One value that is entered in one control. */
export const ScalarInput = ({ control, path, label }: ScalarProps<Simple>) => {
  const { value, set, faults } = usePlanValue(path)
  const invalid = faults.length > 0
  const status = invalid ? ({ status: 'error' } as const) : {}
  const common = { 'aria-label': label, ...status }
  const words = (option: string) => ({ value: option, label: choiceWordsAt(path, String(path.at(-1)), option) })
  switch (control.kind) {
    case 'text': {
      const text = value === null || value === undefined ? '' : String(value)
      return (
        <TypedInput
          {...{ label, invalid }}
          long={control.long || text.length > 40}
          value={text}
          onChange={emptyAway(set)}
        />
      )
    }
    case 'number':
      return (
        <InputNumber
          {...common}
          {...bounds(control)}
          value={numberOf(value)}
          onChange={next => set(next ?? undefined)}
        />
      )
    case 'flag':
      return (
        <Switch
          aria-label={label}
          checked={typeof value === 'boolean' ? value : control.otherwise}
          onChange={set}
          checkedChildren="是"
          unCheckedChildren="否"
        />
      )
    case 'date':
      return (
        <DatePicker
          {...common}
          value={dayOf(value)}
          onChange={day => set(day ? day.format('YYYY-MM-DD') : undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          value={value as string}
          options={control.options.map(words)}
          onChange={set}
          showSearch={control.options.length > 12 && { optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      )
    case 'choices':
      return (
        <Select
          {...common}
          mode="multiple"
          value={asList(value)}
          options={control.options.map(words)}
          onChange={listSet(set)}
        />
      )
    case 'lines':
      return (
        <TypedInput
          {...{ label, invalid }}
          long
          rows={2}
          value={asList(value).join('\n')}
          onChange={text => listSet(set)(linesOf(text))}
        />
      )
    case 'numbers':
      return (
        <TypedInput
          {...{ label, invalid }}
          value={asList(value).join('、')}
          onChange={text => listSet(set)(numbersOf(text))}
        />
      )
    case 'yaml':
      return (
        <TypedInput
          {...{ label, invalid }}
          long
          value={value === undefined ? '' : stringify(value).trim()}
          onChange={text => set(readYaml(text))}
        />
      )
  }
}

/** A choice among what the plan has elsewhere. */
export const ReferenceInput = ({ control, path, label }: ScalarProps<'reference'>) => {
  const { value, set, faults } = usePlanValue(path)
  const named = useNamed(control.list)
  const options = named.map(({ key, name }) => ({ value: key, label: name === key ? key : `${name}（${key}）` }))
  const common = {
    'aria-label': label,
    showSearch: { optionFilterProp: 'label' },
    allowClear: true,
    ...(faults.length > 0 && { status: 'error' as const }),
  }
  if (!control.many)
    return <Select {...common} value={value as string} options={options} onChange={next => set(next)} />
  const all = control.all ? [{ value: 'all', label: '全部' }] : []
  const choose = (next: string[]) => {
    if (control.all && (next.at(-1) === 'all' || next.length === 0)) return set('all')
    return listSet(set)(next.filter(one => one !== 'all'))
  }
  const chosen = control.all && (value === undefined || value === 'all') ? ['all'] : asList(value)
  return <Select {...common} mode="multiple" value={chosen} options={[...all, ...options]} onChange={choose} />
}

const emptyAway = (set: (value: unknown) => void) => (text: string) => set(text === '' ? undefined : text)
const listSet = (set: (value: unknown) => void) => (list: (string | number)[]) =>
  set(list.length > 0 ? list : undefined)
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
const numbersOf = (text: string) => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)
const bounds = ({ min, max }: { min?: number; max?: number }) => ({
  ...(min !== undefined && Number.isSafeInteger(min) && { min }),
  ...(max !== undefined && { max }),
})

const dayOf = (value: unknown) => {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayjs(value) : null
  return day?.isValid() ? day : null
}

/** What cannot be read stays as the words typed; the check says so. */
const readYaml = (text: string): unknown => {
  if (text.trim() === '') return undefined
  try {
    return parse(text)
  } catch {
    return text
  }
}
