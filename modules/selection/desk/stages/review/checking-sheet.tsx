import { Button } from 'antd'
import { Answered, ConfirmAction, FindingsPanel, StateTag, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi, recommendApi, reviewApi } from '../../../shared/index.ts'
import { useReveal } from '../../nomination/use-reveal.ts'
import { outcomeWords } from '../../words.ts'
import { Checklist } from './checklist.tsx'
import { Material } from './material.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { ReviewFrame, ReviewSides } from './review-frame.tsx'
import type { Reviewed } from './review-types.ts'

type Params = { id: number; stage: string; nominationId: number }
type Props = { params: Params; editable: boolean; place: string; onStep: (step: 1 | -1) => void; onClose: () => void }

/** One nominee: the material to the left, the checklist, findings and the opinion to the right. */
export const CheckingSheet = ({ params, editable, place, onStep, onClose }: Props) => {
  const reviewed = useEndpoint(reviewApi.getReviewed, { params })
  const reveal = useReveal(params.nominationId)
  return (
    <ReviewFrame {...{ place, onStep, onClose }}>
      <Answered of={reviewed}>
        {data => (
          <ReviewSides
            title={data.name}
            from={`${data.unitName} · ${data.categoryName}`}
            material={
              <Material
                form={data.form}
                answers={data.answers}
                articles={data.articles}
                unitClass={data.unitClass}
                photos
                onReveal={reveal}
              />
            }
          >
            {data.findings.length > 0 && <FindingsPanel findings={data.findings} onJump={() => undefined} />}
            {editable && data.findings.some(({ severity, settled }) => severity === 'reason' && !settled) && (
              <AskReason nominationId={data.nominationId} />
            )}
            <Checklist params={params} reviewed={data} editable={editable} />
            {editable && <Opinion params={params} reviewed={data} onDone={() => onStep(1)} />}
          </ReviewSides>
        )}
      </Answered>
    </ReviewFrame>
  )
}

const AskReason = ({ nominationId }: { nominationId: number }) => {
  const ask = useAction(recommendApi.askReason, { success: '已通知推荐单位', changes: [] })
  return (
    <Button loading={ask.running} onClick={() => ask.run({ params: { id: nominationId } })}>
      请单位说明理由
    </Button>
  )
}

const Opinion = ({ params, reviewed, onDone }: { params: Params; reviewed: Reviewed; onDone: () => void }) => {
  const judge = useAction(campaignsApi.judgePool)
  const { nominationId, ...stage } = params
  const give = async (outcome: 'pass' | 'out' | 'pending', reason?: string) => {
    const judgement = { nominationId, outcome, ...(reason && { reason }) }
    const answer = await judge.run({ params: stage, body: { judgements: [judgement] } })
    if (answer && outcome === 'pass') onDone()
    return answer
  }
  return (
    <div className="review-opinion">
      <p>
        审核意见：
        <StateTag tone={outcomeWords(reviewed.outcome).tone}>{outcomeWords(reviewed.outcome).words}</StateTag>
        {reviewed.reason}
      </p>
      <div className="review-buttons">
        <Button type="primary" loading={judge.running} onClick={() => give('pass')}>
          通过，看下一个
        </Button>
        <ConfirmAction
          label="不通过"
          title={`“${reviewed.name}”审核不通过？`}
          reason={{ label: '理由', required: true }}
          onConfirm={reason => give('out', reason)}
        >
          <p>结束本环节前可以改。</p>
        </ConfirmAction>
        <ReturnDialog params={params} name={reviewed.name} />
        {reviewed.outcome !== 'pending' && <Button onClick={() => give('pending')}>恢复待定</Button>}
      </div>
    </div>
  )
}
