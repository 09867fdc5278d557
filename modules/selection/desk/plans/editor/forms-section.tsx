import { Collapse } from 'antd'
import { FormView } from '#kernel/forms/desk/index.tsx'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { titleOf, usePlanValue } from '../form/plan-forms.ts'

/** The forms as those who fill them in will see them; they are changed in the text. */
export const FormsSection = () => {
  const { value } = usePlanValue(['forms'])
  const forms = Object.entries((value ?? {}) as Record<string, unknown>)
  return (
    <div data-path="forms">
      <p className="plan-help">表格在这里预览；要增减栏目，请在“文本”中修改 forms 部分。</p>
      <Collapse
        items={forms.map(([key, form]) => ({
          key,
          label: `${titleOf(form) ?? key}（${key}）`,
          children: <Preview form={form} />,
        }))}
      />
    </div>
  )
}

const Preview = ({ form }: { form: unknown }) => {
  const read = FormDefinition.safeParse(form)
  if (!read.success) return <p>这张表还有问题，改好后可以预览。</p>
  return <FormView form={read.data} answers={{}} />
}
