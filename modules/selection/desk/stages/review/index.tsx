import { Segmented } from 'antd'
import { useState } from 'react'
import { Answered, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { reviewApi } from '../../../shared/index.ts'
import { ActsBar } from '../acts/index.tsx'
import { ClosingSheets } from '../closing-sheets.tsx'
import type { StageProps } from '../stage-props.ts'
import { CheckingList } from './checking-list.tsx'
import { Experts } from './experts.tsx'
import type { Review } from './review-types.ts'
import { ScoreBoard } from './score-board.tsx'
import { UnitChecklists } from './unit-checklists.tsx'
import './review.css'

/** 审核评选: the checklists nominee by nominee, and the experts' scores. */
const ReviewStage = (props: StageProps) => {
  const review = useEndpoint(reviewApi.getReview, { params: { id: props.campaignId, stage: props.stage.key } })
  return <Answered of={review}>{data => <Reviewing {...props} review={data} />}</Answered>
}

type Tab = 'check' | 'units' | 'scores' | 'experts'

const Reviewing = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  const tabs = tabsOf(review)
  const [tab, setTab] = useState<Tab>(tabs[0]!.value)
  const props = { campaignId, stage, review }
  return (
    <>
      <ClosingSheets campaignId={campaignId} stage={stage} title="进度">
        <Progress review={review} />
      </ClosingSheets>
      <Sheet>
        <div className="choice-tools">
          <Segmented aria-label="名单或评分" value={tab} onChange={setTab} options={tabs} />
          <ActsBar campaignId={campaignId} stage={stage} />
        </div>
        {tab === 'check' && <CheckingList {...props} />}
        {tab === 'units' && <UnitChecklists {...props} />}
        {tab === 'scores' && <ScoreBoard {...props} />}
        {tab === 'experts' && <Experts {...props} />}
      </Sheet>
    </>
  )
}

const tabsOf = ({ method, units }: Review): { value: Tab; label: string }[] => [
  ...(method === 'score' ? [] : [{ value: 'check' as const, label: '逐个审核' }]),
  ...(units.length > 0 ? [{ value: 'units' as const, label: '工作要求' }] : []),
  ...(method === 'check'
    ? []
    : [
        { value: 'scores' as const, label: '评分汇总' },
        { value: 'experts' as const, label: '评审专家' },
      ]),
]

const Progress = ({ review: { method, rows, experts, least } }: { review: Review }) => {
  const standing = rows.filter(({ outcome }) => outcome !== 'out')
  const checked = standing.filter(({ answered, items }) => items > 0 && answered === items).length
  const scored = standing.filter(({ scores }) => scores >= (least ?? 1)).length
  const [done, due] = [sum(experts.map(({ finals }) => finals)), sum(experts.map(each => each.due))]
  return (
    <dl className="review-progress num">
      {method !== 'score' && <Fact label="清单已填齐" value={`${checked} / ${standing.length}`} />}
      {method !== 'check' && <Fact label={`满${least ?? 1}名专家评分`} value={`${scored} / ${standing.length}`} />}
      {method !== 'check' && <Fact label="评分已提交" value={`${done} / ${due}`} />}
      <Fact label="已有结果" value={`${rows.filter(({ outcome }) => outcome !== 'pending').length} / ${rows.length}`} />
      <Fact label="退回修改中" value={String(rows.filter(({ returned }) => returned).length)} />
    </dl>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

export default ReviewStage
