import { Button } from 'antd'
import { useEffect } from 'react'
import { Answered, ConfirmAction, FindingsPanel, StateTag, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi, recommendApi, reviewApi } from '../../../shared/index.ts'
import { useReveal } from '../../nomination/use-reveal.ts'
import { outcomeWords } from '../../words.ts'
import { Checklist } from './checklist.tsx'
import { Material } from './material.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import type { Reviewed } from './review-types.ts'
import { useStepKeys } from './step-keys.ts'

type Params = { id: number; stage: string; nominationId: number }
type Props = { params: Params; editable: boolean; place: string; onStep: (step: 1 | -1) => void; onClose: () => void }

/** One nominee: the material to the left, the checklist, findings and the opinion to the right. */
export const CheckingSheet = ({ params, editable, place, onStep, onClose }: Props) => {
  const reviewed = useEndpoint(reviewApi.getReviewed, { params })
  const reveal = useReveal(params.nominationId)
  useStepKeys(onStep)
  useEffect(() => {
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <>
      <div className="review-nav">
        <Button onClick={onClose}>返回名单</Button>
        <span className="num">{place}</span>
        <Button onClick={() => onStep(-1)}>上一个（←）</Button>
        <Button onClick={() => onStep(1)}>下一个（→）</Button>
      </div>
      <Answered of={reviewed}>
        {data => (
          <div className="review-sides">
            <div className="review-material">
              <Material
                form={data.form}
                answers={data.answers}
                articles={data.articles}
                unitClass={data.unitClass}
                photos
                onReveal={reveal}
              />
            </div>
            <aside className="review-panel">
              <h2>{data.name}</h2>
              <p>
                {data.unitName} · {data.categoryName}
              </p>
              {data.findings.length > 0 && <FindingsPanel findings={data.findings} onJump={() => undefined} />}
              {editable && data.findings.some(({ severity, settled }) => severity === 'reason' && !settled) && (
                <AskReason nominationId={data.nominationId} />
              )}
              <Checklist params={params} reviewed={data} editable={editable} />
              {editable && <Opinion params={params} reviewed={data} onDone={() => onStep(1)} />}
            </aside>
          </div>
        )}
      </Answered>
    </>
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
