import { Button, Select } from 'antd'
import type { PlanPath } from '../../../shared/index.ts'
import { blank, reshaped } from '../schema/blank.ts'
import { type Control, controlFor, type Shape } from '../schema/control.ts'
import { choiceWordsAt } from '../schema/enum-words.ts'
import { labelOf } from '../schema/labels.ts'
import { fieldsOf, pointedAt } from '../schema/param-schema.ts'
import { resolved, type Schema } from '../schema/plan-schema.ts'
import { ItemList } from './item-list.tsx'
import { usePlanValue } from './plan-forms.ts'
import { Pointer } from './pointer.tsx'
import { RecordInput } from './record-input.tsx'
import { ReferenceInput, ScalarInput } from './scalar-input.tsx'

type FieldProps = { schema: Schema; path: PlanPath }

/** One field of the plan with its name, its help and what is wrong with it. */
export const PlanField = ({ schema, path }: FieldProps) => {
  const { description = '' } = resolved(schema)
  const label = labelOf(path, description)
  const { value, faults } = usePlanValue(path)
  const { control, nullable } = controlFor(schema, path)
  const wide = control.kind === 'items' || control.kind === 'group' || control.kind === 'one-of'
  const help = helpOf(description, label)
  return (
    <div className={wide ? 'plan-field plan-field-wide' : 'plan-field'} data-path={path.join('.')}>
      <div className="plan-label">{label}</div>
      <div className="plan-control">
        <FieldControl {...{ control, nullable, path, label, schema }} />
        {help && <p className="plan-help">{help}</p>}
        {faults.map(({ code, message, advice }) => (
          <p key={code + message} className="plan-fault" role="alert">
            {code === 'missing-key' || value === '' ? `请填写“${label}”。` : `${message}。${advice}`}
          </p>
        ))}
      </div>
    </div>
  )
}

/** The description where it says more than the name; fixed words in it are for those who write the text. */
const helpOf = (description: string, label: string): string | undefined => {
  if (!/[，：；（“]/.test(description) || /[a-z]{4}/i.test(description)) return undefined
  return ['代号', label].some(name => description.startsWith(`${name}：`)) ? undefined : description
}

type ControlProps = FieldProps & { control: Control; nullable: boolean; label: string }

const FieldControl = ({ control, nullable, path, label, schema }: ControlProps) => {
  const { value, set } = usePlanValue(path)
  const absent = value === undefined || value === null
  const pointer = path[0] === 'rules' ? pointedAt(value) : undefined
  if (pointer) return <Pointer path={path} to={pointer} />
  const optionalGroup = (control.kind === 'group' || control.kind === 'one-of') && absent
  if (optionalGroup || (nullable && value === null))
    return (
      <span className="plan-absent">
        {nullable ? '未定' : '未填'}
        <Button size="small" onClick={() => set(blank(schema))}>
          填写
        </Button>
      </span>
    )
  return (
    <>
      <ControlBody {...{ control, path, label }} />
      {nullable && (
        <Button size="small" type="link" onClick={() => set(null)}>
          改为未定
        </Button>
      )}
    </>
  )
}

const ControlBody = ({ control, path, label }: { control: Control; path: PlanPath; label: string }) => {
  if (control.kind === 'items') return <ItemList item={control.item} path={path} label={label} />
  if (control.kind === 'group') return <Group schema={control.schema} path={path} />
  if (control.kind === 'one-of') return <OneOf shapes={control.shapes} path={path} label={label} />
  if (control.kind === 'record') return <RecordInput schema={control.value} path={path} />
  if (control.kind === 'reference') return <ReferenceInput {...{ control, path, label }} />
  return <ScalarInput {...{ control, path, label }} />
}

/** The fields of an object: what must be there or is there, then the rest on demand. */
export const Group = ({ schema, path, hide = [] }: FieldProps & { hide?: string[] }) => {
  const { value } = usePlanValue(path)
  const own = (value ?? {}) as Record<string, unknown>
  const { properties = {}, required = [] } = fieldsOf(resolved(schema), path, own)
  const names = Object.keys(properties).filter(name => !hide.includes(name))
  const first = firstIn(path)
  const shown = names.filter(name => required.includes(name) || first.includes(name) || own[name] !== undefined)
  const rest = names.filter(name => !shown.includes(name))
  const field = (name: string) => <PlanField key={name} schema={properties[name]!} path={[...path, name]} />
  return (
    <div className="plan-group">
      {shown.map(field)}
      {rest.length > 0 && (
        <details className="plan-more">
          <summary>
            还可填写：{rest.map(name => labelOf([...path, name], properties[name]!.description)).join('、')}
          </summary>
          {rest.map(field)}
        </details>
      )}
    </div>
  )
}

/** What a form's author looks for in a field, whether it is said or not. */
const firstIn = (path: PlanPath): string[] =>
  path[0] === 'forms' && path.at(-2) === 'fields'
    ? ['required', 'hint', 'limit', 'maxLength', 'options', 'atLeast', 'atMost', 'sensitive']
    : []

/** One of several shapes: which one, then its fields. */
export const OneOf = ({ shapes, path, label }: { shapes: Shape[]; path: PlanPath; label: string }) => {
  const { value, set } = usePlanValue(path)
  const own = (value ?? {}) as Record<string, unknown>
  const chosen = shapes.find(({ name, tag }) => (tag ? own[tag] === name : name in own)) ?? shapes[0]!
  const field = chosen.tag ?? String(path.at(-1))
  const options = shapes.map(({ name }) => ({
    value: name,
    label: choiceWordsAt(path, chosen.tag ? field : 'kind', name),
  }))
  const choose = (name: string) => set(reshaped(value, shapes.find(shape => shape.name === name)!))
  return (
    <>
      <Select
        aria-label={`${label}：种类`}
        className="plan-shape"
        value={chosen.name}
        options={options}
        onChange={choose}
        popupMatchSelectWidth={false}
      />
      <Group schema={chosen.schema} path={path} hide={chosen.tag ? [chosen.tag] : []} />
    </>
  )
}
