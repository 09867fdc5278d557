import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { ArticleEditor, FormEditor } from '#kernel/forms/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { FindingsPanel, focusField, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { actsApi, newcomerFindings, type Plan } from '../../../shared/index.ts'
import { articleOf, materialsOf, offered } from '../../nomination/editing.ts'
import { upload } from '../../nomination/upload.ts'
import { fileUrl } from '../../papers/paper-line.tsx'
import { emptyNewcomer, type NewcomerDraft, stillMissing } from './newcomer-draft.ts'

type Props = {
  params: { id: number; stage: string }
  asked: AnswerOf<typeof actsApi.getNewcomerForm>
  draft: NewcomerDraft
  onChange: (part: Partial<NewcomerDraft>) => void
  backTo: string
}

/** The whole form as a unit would fill it in, checked as it is typed; what is missing is told once it is sent. */
export const NewcomerForm = ({ params, asked, draft, onChange, backTo }: Props) => {
  const plan = asked.plan as Plan
  const form = Object.values(plan.forms)[0]!
  const { today } = useSession()
  const [tried, setTried] = useState(false)
  const { texts } = useMemo(() => materialsOf(plan, draft.category!), [plan, draft.category])
  const answers = offered(form, draft.answers, { recommender: asked.recommender, today })
  const { unitClass } = asked
  const findings = newcomerFindings(form, answers, { today, mode: tried ? 'submit' : 'draft', unitClass })
  const missing = stillMissing(draft, newcomerFindings(form, answers, { today, mode: 'submit', unitClass }))
  const { bring, running } = useBringing({ params, draft: { ...draft, answers }, onChange, backTo })
  return (
    <>
      <FormEditor
        form={form}
        answers={answers}
        findings={findings}
        onChange={next => onChange({ answers: next })}
        unitClass={unitClass}
        upload={upload}
        fileUrl={fileUrl}
      />
      {texts.map(({ key, name, text, note }) => (
        <Sheet key={key} title={name}>
          {note && <p className="field-hint">{note}</p>}
          <ArticleEditor
            article={articleOf(draft.articles, key)}
            findings={[]}
            limit={{ ...(text?.max && { max: text.max }), ...(text?.about && { about: text.about }) }}
            path={`articles.${key}`}
            onChange={article => onChange({ articles: { ...draft.articles, [key]: article } })}
          />
        </Sheet>
      ))}
      <Sheet title="增补">
        {tried && <FindingsPanel findings={missing} onJump={focusField} clear="必填的都填好了。" />}
        <Button type="primary" loading={running} onClick={() => (missing.length > 0 ? setTried(true) : bring())}>
          增补到本环节
        </Button>
      </Sheet>
    </>
  )
}

const useBringing = ({ params, draft, onChange, backTo }: Omit<Props, 'asked'>) => {
  const navigate = useNavigate()
  const action = useAction(actsApi.bringNewcomer, { success: '已增补，前面缺的环节已列为待补办' })
  const { submissionId = 0, category = '', answers, articles, reason, basis } = draft
  const bring = async () => {
    const done = await action.run({ params, body: { submissionId, category, answers, articles, reason, basis } })
    if (!done) return
    onChange({ ...emptyNewcomer, submissionId: undefined, unitName: undefined, category: undefined } as NewcomerDraft)
    navigate(backTo)
  }
  return { bring, running: action.running }
}
