import { useState } from 'react'
import { type DataColumn, DataTable, StateTag } from '#platform/ui/desk/index.ts'
import { outcomeWords } from '../../words.ts'
import type { StageProps } from '../stage-props.ts'
import { CheckingSheet } from './checking-sheet.tsx'
import type { Review, ReviewRow } from './review-types.ts'

/** Everyone to be gone through; a click opens the nominee with its material beside the checklist. */
export const CheckingList = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  const [open, setOpen] = useState<number>()
  const at = review.rows.findIndex(({ nominationId }) => nominationId === open)
  if (open !== undefined && at >= 0)
    return (
      <CheckingSheet
        key={open}
        params={{ id: campaignId, stage: stage.key, nominationId: open }}
        editable={stage.permissions.run && stage.state === 'open'}
        place={`${at + 1} / ${review.rows.length}`}
        onStep={step => setOpen(review.rows[at + step]?.nominationId ?? open)}
        onClose={() => setOpen(undefined)}
      />
    )
  return (
    <DataTable
      name="selection.review.check"
      columns={columns}
      rows={review.rows}
      rowKey={({ nominationId }) => String(nominationId)}
      onRowClick={({ nominationId }) => setOpen(nominationId)}
      empty={{ title: '名单上还没有人', hint: '上一环节结束后，通过的会进入这里。' }}
    />
  )
}

const columns: DataColumn<ReviewRow>[] = [
  { key: 'name', title: '名称', always: true, opens: true, render: ({ name }) => <strong>{name}</strong> },
  { key: 'unit', title: '推荐单位', render: ({ unitName }) => unitName },
  { key: 'category', title: '类别', render: ({ categoryName }) => categoryName },
  { key: 'rank', title: '排序', align: 'right', render: ({ rank }) => <span className="num">{rank ?? '—'}</span> },
  {
    key: 'items',
    title: '清单',
    render: ({ answered, items, refused }) => (
      <span className="num">
        {answered} / {items}
        {refused > 0 && `，${refused}条为否`}
      </span>
    ),
  },
  {
    key: 'outcome',
    title: '审核意见',
    render: ({ outcome, returned, reason }) => (
      <>
        <StateTag tone={returned ? 'near' : outcomeWords(outcome).tone}>
          {returned ? '退回修改中' : outcomeWords(outcome).words}
        </StateTag>
        {reason && <span className="choice-reason">{reason}</span>}
      </>
    ),
  },
]
