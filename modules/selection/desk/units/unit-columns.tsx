import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { type DataColumn, dateWords, QuotaSquares, StateTag } from '#platform/ui/desk/index.ts'
import type { campaignsApi } from '../../shared/index.ts'
import type { Overview } from '../campaigns/funnel-stages.ts'
import { submissionWords } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'

export type UnitRow = AnswerOf<typeof campaignsApi.listUnits>['rows'][number]
type Count = UnitRow['counts'][number]

/** Nominees of any state: whether a unit has begun. */
export const hasStarted = ({ counts }: Pick<UnitRow, 'counts'>) =>
  counts.some(({ draft, submitted, returned, accepted }) => draft + submitted + returned + accepted > 0)

export const unitColumns = (campaign: Overview): DataColumn<UnitRow>[] => [
  {
    key: 'unit',
    title: '推荐单位',
    always: true,
    render: row => <Link to={`/selection/submissions/${row.submissionId}`}>{row.unitName}</Link>,
  },
  { key: 'class', title: '单位类别', optional: true, render: row => row.className },
  ...campaign.categories.map(({ key, shortName: name }) => ({
    key: `quota-${key}`,
    title: name.length > 12 ? `${name.slice(0, 11)}…` : name,
    render: (row: UnitRow) => <Places count={row.counts.find(({ category }) => category === key)} />,
  })),
  { key: 'notice', title: '本级公示', render: row => <OwnNotice notice={row.notice} /> },
  {
    key: 'seals',
    title: '待补章',
    render: row => (row.promisedSeals > 0 ? <StateTag tone="near">缺{row.promisedSeals}章</StateTag> : '—'),
  },
  { key: 'state', title: '状态', render: row => <State row={row} /> },
  {
    key: 'problems',
    title: '问题',
    render: row => (row.problems > 0 ? <StateTag tone="bad">{row.problems}处须改</StateTag> : '—'),
  },
]

const Places = ({ count }: { count: Count | undefined }) => {
  if (!count) return <span title="本单位没有这一类名额">—</span>
  const filled = count.submitted + count.accepted
  return (
    <span className="num">
      {count.max === null ? (
        `${filled + count.returned}个`
      ) : (
        <QuotaSquares filled={filled} returned={count.returned} total={count.max} />
      )}
      {count.draft > 0 && <small className="draft-count">　草稿{count.draft}</small>}
    </span>
  )
}

const OwnNotice = ({ notice }: { notice: UnitRow['notice'] }) => {
  if (!notice) return <>—</>
  return (
    <span className="num">
      {dateWords(notice.from)}—{dateWords(notice.to)}
      {notice.running ? '，公示中' : '，已满'}
    </span>
  )
}

const State = ({ row }: { row: UnitRow }) => {
  const { words, tone } = submissionWords(row.state, hasStarted(row))
  return (
    <>
      <StateTag tone={tone}>{words}</StateTag>
      {row.state === 'returned' && row.returnDueOn && (
        <>
          {' '}
          <WorkdayDeadline due={row.returnDueOn} />
        </>
      )}
    </>
  )
}
