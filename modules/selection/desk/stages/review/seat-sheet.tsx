import { Button } from 'antd'
import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { expertApi } from '../../../shared/index.ts'
import { Marks } from './marks.tsx'
import { Material } from './material.tsx'
import type { Seat } from './review-types.ts'
import { useStepKeys } from './step-keys.ts'

type Props = {
  seat: Seat
  nominationId: number
  place: string
  onStep: (step: 1 | -1) => void
  onClose: () => void
}

/** One nominee before the expert: material to the left, marks to the right. */
export const SeatSheetView = ({ seat, nominationId, place, onStep, onClose }: Props) => {
  const sheet = useEndpoint(expertApi.getSeatNominee, { params: { expertId: seat.expertId, nominationId } })
  useStepKeys(onStep)
  return (
    <>
      <div className="review-nav">
        <Button onClick={onClose}>返回名单</Button>
        <span className="num">{place}</span>
        <Button onClick={() => onStep(-1)}>上一个（←）</Button>
        <Button onClick={() => onStep(1)}>下一个（→）</Button>
      </div>
      <Answered of={sheet}>
        {data => (
          <div className="review-sides">
            <div className="review-material">
              {data.state === 'recused' ? (
                <p>您已回避这个推荐对象（{data.reason}），不显示材料。</p>
              ) : (
                <Material form={data.form} answers={data.answers} articles={data.articles} unitClass={data.unitClass} />
              )}
            </div>
            <aside className="review-panel">
              <h2>{data.label}</h2>
              <p>
                {data.unitName && `${data.unitName} · `}
                {data.categoryName}
              </p>
              <details className="conditions">
                <summary>推荐条件</summary>
                {data.conditions.map(({ key, title, text }) => (
                  <p key={key}>
                    <strong>{title}</strong> {text}
                  </p>
                ))}
              </details>
              {data.state !== 'recused' && <Marks seat={seat} sheet={data} onHandedIn={() => onStep(1)} />}
            </aside>
          </div>
        )}
      </Answered>
    </>
  )
}
