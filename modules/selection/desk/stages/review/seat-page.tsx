import { useState } from 'react'
import { useParams } from 'react-router'
import {
  Answered,
  type DataColumn,
  DataTable,
  Page,
  Sheet,
  StateTag,
  type Tone,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { expertApi } from '../../../shared/index.ts'
import { WorkdayDeadline } from '../../workday-deadline.tsx'
import type { Seat } from './review-types.ts'
import { SeatSheetView } from './seat-sheet.tsx'
import '../stages.css'
import './review.css'

/** An expert's own page: whom to score, then one at a time with material and marks side by side. */
const SeatPage = () => {
  const expertId = Number(useParams().id)
  const seat = useEndpoint(expertApi.getSeat, { params: { expertId } })
  return <Answered of={seat}>{data => <SeatView seat={data} />}</Answered>
}

const SeatView = ({ seat }: { seat: Seat }) => {
  const [open, setOpen] = useState<number>()
  const at = seat.nominees.findIndex(({ nominationId }) => nominationId === open)
  const due = seat.nominees.filter(({ state }) => state !== 'recused')
  const done = due.filter(({ state }) => state === 'final').length
  return (
    <Page
      title={`${seat.campaignTitle}：${seat.stageTitle}`}
      meta={
        <>
          {seat.expert}，已提交{done} / {due.length}
          {seat.dueOn && (
            <>
              {' · '}
              <WorkdayDeadline due={seat.dueOn} settled={!seat.open} />
            </>
          )}
          {seat.blind && ' · 隐名评审，不显示姓名和单位'}
          {!seat.open && ' · 评审已结束'}
        </>
      }
    >
      {open !== undefined && at >= 0 ? (
        <SeatSheetView
          key={open}
          seat={seat}
          nominationId={open}
          place={`${at + 1} / ${seat.nominees.length}`}
          onStep={step => setOpen(seat.nominees[at + step]?.nominationId ?? open)}
          onClose={() => setOpen(undefined)}
        />
      ) : (
        <Sheet>
          <DataTable
            name="selection.review.seat"
            columns={columns}
            rows={seat.nominees}
            rowKey={({ nominationId }) => String(nominationId)}
            onRowClick={({ nominationId }) => setOpen(nominationId)}
            empty={{ title: '没有需要评审的对象' }}
          />
        </Sheet>
      )}
    </Page>
  )
}

type Nominee = Seat['nominees'][number]

const states: Record<Nominee['state'], { words: string; tone: Tone }> = {
  none: { words: '未评', tone: 'plain' },
  draft: { words: '未提交', tone: 'near' },
  final: { words: '已提交', tone: 'done' },
  recused: { words: '回避', tone: 'plain' },
}

const columns: DataColumn<Nominee>[] = [
  { key: 'label', title: '名称', always: true, opens: true, render: ({ label }) => <strong>{label}</strong> },
  { key: 'unit', title: '推荐单位', render: ({ unitName }) => unitName ?? '不显示' },
  { key: 'category', title: '类别', render: ({ categoryName }) => categoryName },
  {
    key: 'total',
    title: '我的评分',
    align: 'right',
    render: ({ total }) => <span className="num">{total ?? '—'}</span>,
  },
  {
    key: 'state',
    title: '状态',
    render: ({ state, reason }) => (
      <>
        <StateTag tone={states[state].tone}>{states[state].words}</StateTag>
        {state === 'recused' && reason && <span className="choice-reason">{reason}</span>}
      </>
    ),
  },
]

export default SeatPage
