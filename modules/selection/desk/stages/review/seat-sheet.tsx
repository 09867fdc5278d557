import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { expertApi } from '../../../shared/index.ts'
import { Marks } from './marks.tsx'
import { Material } from './material.tsx'
import { ReviewFrame, ReviewSides } from './review-frame.tsx'
import type { Seat } from './review-types.ts'

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
  return (
    <ReviewFrame {...{ place, onStep, onClose }}>
      <Answered of={sheet}>
        {data => (
          <ReviewSides
            title={data.label}
            from={[data.unitName, data.categoryName].filter(Boolean).join(' · ')}
            material={
              data.state === 'recused' ? (
                <p>您已回避这个推荐对象（{data.reason}），不显示材料。</p>
              ) : (
                <Material form={data.form} answers={data.answers} articles={data.articles} unitClass={data.unitClass} />
              )
            }
          >
            <details className="conditions">
              <summary>推荐条件</summary>
              {data.conditions.map(({ key, title, text }) => (
                <p key={key}>
                  <strong>{title}</strong> {text}
                </p>
              ))}
            </details>
            {data.state !== 'recused' && <Marks seat={seat} sheet={data} onHandedIn={() => onStep(1)} />}
          </ReviewSides>
        )}
      </Answered>
    </ReviewFrame>
  )
}
