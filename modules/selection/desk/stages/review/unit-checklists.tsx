import { useState } from 'react'
import { EmptyState, useAction } from '#platform/ui/desk/index.ts'
import { reviewApi } from '../../../shared/index.ts'
import type { StageProps } from '../stage-props.ts'
import { useKept } from '../use-kept.ts'
import { AnswerLines } from './checklist.tsx'
import type { Review } from './review-types.ts'

/** 工作要求: one list for each unit. */
export const UnitChecklists = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  if (review.units.length === 0) return <EmptyState title="没有需要逐家核对的工作要求" />
  const editable = stage.permissions.run && stage.state === 'open'
  return review.units.map(unit => (
    <details key={unit.submissionId} className="unit-checklist">
      <summary>
        {unit.unitName}
        <span className="num">
          {unit.answers.length} / {unit.items.length}
        </span>
      </summary>
      <UnitList
        params={{ id: campaignId, stage: stage.key, submissionId: unit.submissionId }}
        unit={unit}
        editable={editable}
      />
    </details>
  ))
}

type Props = {
  params: { id: number; stage: string; submissionId: number }
  unit: Review['units'][number]
  editable: boolean
}

const UnitList = ({ params, unit, editable }: Props) => {
  const [answers, setAnswers] = useState(unit.answers)
  const save = useAction(reviewApi.answerUnitChecklist, { changes: [reviewApi.getReview] })
  useKept(answers, editable, next => save.run({ params, body: { answers: next } }))
  return (
    <AnswerLines
      items={unit.items}
      answers={answers}
      editable={editable}
      onChange={next => setAnswers(next as typeof answers)}
      saving={save.running}
      failed={save.problem !== undefined}
    />
  )
}
