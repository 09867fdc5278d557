import { Select } from 'antd'
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
  const [state, setState] = useState<Nominee['state']>()
  const [category, setCategory] = useState<string>()
  // Whom one has opened stays, though a mark takes it out of the filter.
  const nominees = seat.nominees.filter(each => isShown(each, state, category) || each.nominationId === open)
  const at = nominees.findIndex(({ nominationId }) => nominationId === open)
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
          place={`${at + 1} / ${nominees.length}`}
          onStep={step => setOpen(nominees[at + step]?.nominationId ?? open)}
          onClose={() => setOpen(undefined)}
        />
      ) : (
        <Sheet>
          <DataTable
            name="selection.review.seat"
            columns={seat.blind ? columns.filter(({ key }) => key !== 'unit') : columns}
            rows={nominees}
            rowKey={({ nominationId }) => String(nominationId)}
            onRowClick={({ nominationId }) => setOpen(nominationId)}
            empty={{ title: seat.nominees.length === 0 ? '没有需要评审的对象' : '没有符合条件的' }}
            filters={
              <>
                <Choice label="全部类别" options={categoriesOf(seat.nominees)} onChange={setCategory} />
                <Choice label="全部状态" options={stateOptions} onChange={setState} />
              </>
            }
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

const isShown = (nominee: Nominee, state: string | undefined, category: string | undefined) =>
  (state === undefined || nominee.state === state) && (category === undefined || nominee.categoryName === category)

const stateOptions = (Object.keys(states) as Nominee['state'][]).map(value => ({ value, label: states[value].words }))

const categoriesOf = (nominees: Nominee[]) =>
  [...new Set(nominees.map(({ categoryName }) => categoryName))].map(name => ({ value: name, label: name }))

type ChoiceProps<V extends string> = {
  label: string
  options: { value: V; label: string }[]
  onChange: (value: V | undefined) => void
}

/** One thing to cut the list by; left out where there is nothing to choose. */
const Choice = <V extends string>({ label, options, onChange }: ChoiceProps<V>) =>
  options.length > 1 && (
    <Select
      allowClear
      placeholder={label}
      aria-label={label}
      style={{ width: 160 }}
      options={options}
      onChange={(value?: V) => onChange(value)}
    />
  )

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
