import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#platform/http/shared/endpoint.ts'
import { useAction } from '#platform/ui/desk/index.ts'
import { reviewApi } from '../../../shared/index.ts'
import { useKept } from '../use-kept.ts'
import type { Reviewed } from './review-types.ts'

type Answer = InputOf<typeof reviewApi.answerChecklist>['body']['answers'][number]
type Item = Reviewed['items'][number]

type Props = {
  params: { id: number; stage: string; nominationId: number }
  reviewed: Reviewed
  editable: boolean
}

/** The conditions and checklists of the plan, each yes or no with a note; saved as they are ticked. */
export const Checklist = ({ params, reviewed, editable }: Props) => {
  const [answers, setAnswers] = useState<Answer[]>(reviewed.checklist)
  const save = useAction(reviewApi.answerChecklist, { changes: [reviewApi.getReview, reviewApi.getReviewed] })
  useKept(answers, editable, next => save.run({ params, body: { answers: next } }))
  return (
    <AnswerLines
      items={reviewed.items}
      answers={answers}
      editable={editable}
      onChange={setAnswers}
      saving={save.running}
      failed={save.problem !== undefined}
    />
  )
}

type LinesProps = {
  items: Item[]
  answers: Answer[]
  editable: boolean
  onChange: (answers: Answer[]) => void
  saving: boolean
  failed: boolean
}

export const AnswerLines = ({ items, answers, editable, onChange, saving, failed }: LinesProps) => {
  const set = (item: string, change: Partial<Answer>) => {
    const before = answers.find(each => each.item === item) ?? { item, answer: 'yes' as const }
    onChange([...answers.filter(each => each.item !== item), { ...before, ...change }])
  }
  const left = items.filter(({ key }) => !answers.some(({ item }) => item === key)).length
  return (
    <section className="checklist" aria-label="审核清单">
      <p className="checklist-state" role="status">
        {left > 0 ? `还有${left}条未填` : '已填齐'}
        {editable && (failed ? '，没有保存成功，请再改一次' : saving ? '，正在保存' : '，随填随存')}
      </p>
      {items.map(item => (
        <Line
          key={item.key}
          item={item}
          answer={answers.find(each => each.item === item.key)}
          editable={editable}
          onChange={change => set(item.key, change)}
        />
      ))}
    </section>
  )
}

type LineProps = {
  item: Item
  answer: Answer | undefined
  editable: boolean
  onChange: (change: Partial<Answer>) => void
}

const Line = ({ item, answer, editable, onChange }: LineProps) => (
  <div className="checklist-item">
    <p>
      <strong>{item.title}</strong> {item.text}
      {item.evidence.length > 0 && <span className="checklist-evidence">审核时看：{item.evidence.join('、')}</span>}
    </p>
    <Radio.Group
      value={answer?.answer ?? null}
      disabled={!editable}
      onChange={({ target }) => onChange({ answer: target.value })}
      options={[
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ]}
      aria-label={item.title}
    />
    {answer && (
      <Input
        size="small"
        placeholder={answer.answer === 'no' ? '请说明' : '说明（可不填）'}
        value={answer.note ?? ''}
        maxLength={500}
        disabled={!editable}
        onChange={({ target }) => onChange({ note: target.value })}
        aria-label={`${item.title}说明`}
      />
    )}
  </div>
)
