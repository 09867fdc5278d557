import { Collapse } from 'antd'
import { useParams } from 'react-router'
import { FormView } from '#kernel/forms/desk/index.tsx'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { papersApi } from '../../../shared/index.ts'
import { PaperMenu } from '../../papers/paper-menu.tsx'
import { titleOf, usePlanValue } from '../form/plan-forms.ts'

/** The forms as those who fill them in will see them; they are changed in the text. */
export const FormsSection = () => {
  const { value } = usePlanValue(['forms'])
  const forms = Object.entries((value ?? {}) as Record<string, unknown>)
  const id = Number(useParams().id)
  const papers = forms.map(([key, form]) => ({
    key,
    name: titleOf(form) ?? key,
    address: (format: string) => addressOf(papersApi.downloadPlanForm.path, { id, form: key, format }),
  }))
  return (
    <div data-path="forms">
      <p className="plan-help">表格在这里预览；要增减栏目，请在“文本”中修改 forms 部分。</p>
      <PaperMenu label="下载空白表" papers={papers} />
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
