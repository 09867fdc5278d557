import { Alert, Button, Collapse } from 'antd'
import { useRef, useState } from 'react'
import { AnnexView, FormView } from '#kernel/forms/desk/index.tsx'
import { FormDefinition, fieldAt, unplacedPaths } from '#kernel/forms/shared/index.ts'
import type { PlanPath } from '../../../shared/index.ts'
import { Group } from '../form/plan-field.tsx'
import { titleOf, usePlanValue } from '../form/plan-forms.ts'
import { labelOf } from '../schema/labels.ts'
import { formSchema } from '../schema/plan-schema.ts'
import { AddForm, RemoveForm } from './form-list.tsx'

/** The forms: each with its fields to change, its annex as it comes out, and the page as it will be filled in. */
export const FormsSection = () => {
  const { value, target } = usePlanValue(['forms'])
  const forms = Object.entries((value ?? {}) as Record<string, unknown>)
  const [added, setAdded] = useState<string>()
  const aimed = target?.[0] === 'forms' ? String(target[1]) : added
  return (
    <div data-path="forms">
      <Collapse
        key={aimed ?? ''}
        {...(aimed && { defaultActiveKey: aimed })}
        destroyOnHidden
        items={forms.map(([key, form]) => ({
          key,
          label: titleOf(form) ?? key,
          children: <OneForm path={['forms', key]} />,
        }))}
      />
      <AddForm onAdded={setAdded} />
    </div>
  )
}

const [first, further] = [
  ['annex', 'title', 'sections', 'grid'],
  ['subject', 'head', 'foot', 'cover', 'notes', 'print', 'profile'],
]

const OneForm = ({ path }: { path: PlanPath }) => {
  const { value } = usePlanValue(path)
  const read = FormDefinition.safeParse(value)
  const last = useRef<FormDefinition>(undefined)
  if (read.success) last.current = read.data
  return (
    <div data-path={path.join('.')}>
      {last.current && <AnnexView form={last.current} />}
      {!read.success && <p className="plan-help">这张表还有问题，样式停在改好前的样子。</p>}
      {read.success && <Unplaced form={read.data} path={path} />}
      <Group schema={formSchema()} path={path} hide={[...further, 'key']} />
      <details className="plan-more">
        <summary>还可填写：{further.map(name => labelOf([...path, name])).join('、')}</summary>
        <Group schema={formSchema()} path={path} hide={[...first, 'key']} />
      </details>
      {last.current && (
        <details className="plan-more">
          <summary>填报页面预览</summary>
          <FormView form={last.current} answers={{}} />
        </details>
      )}
      <RemoveForm form={String(path[1])} />
    </div>
  )
}

/** Fields that are to be printed and stand nowhere on the annex yet: each gets a row of its own at a click. */
const Unplaced = ({ form, path }: { form: FormDefinition; path: PlanPath }) => {
  const { edit } = usePlanValue(path)
  const left = unplacedPaths(form)
  if (left.length === 0) return null
  const place = (answer: string) =>
    edit({ kind: 'append', path: [...path, 'grid', 'rows'], value: rowFor(form, answer) })
  return (
    <Alert
      type="warning"
      showIcon
      title={`附表上还没有：${left.map(answer => fieldAt(form, answer)?.label ?? answer).join('、')}`}
      action={
        <Button size="small" onClick={() => place(left[0]!)}>
          加一行“{fieldAt(form, left[0]!)?.label}”
        </Button>
      }
    />
  )
}

/** The name in the first column, the answer across the others. */
const rowFor = (form: FormDefinition, answer: string) => {
  const field = fieldAt(form, answer)
  const colspan = form.grid.columns.length - 1
  const content = field?.kind === 'opinion' ? { seal: answer } : { field: answer }
  if (colspan === 0) return { cells: [content] }
  return { cells: [{ label: field?.label ?? answer }, { ...content, ...(colspan > 1 && { colspan }) }] }
}
