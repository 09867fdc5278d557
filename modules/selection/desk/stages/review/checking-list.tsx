import { Input, Select } from 'antd'
import { useState } from 'react'
import { type DataColumn, DataTable, StateTag } from '#platform/ui/desk/index.ts'
import { outcomeWords } from '../../words.ts'
import type { StageProps } from '../stage-props.ts'
import { CheckingSheet } from './checking-sheet.tsx'
import type { Review, ReviewRow } from './review-types.ts'
import { type CheckFilter, type CheckProgress, progresses, rowsToCheck } from './rows-to-check.ts'

/** Everyone to be gone through; a click opens the nominee with its material beside the checklist. */
export const CheckingList = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  const [open, setOpen] = useState<number>()
  const [filter, setFilter] = useState<CheckFilter>({ words: '' })
  // Whom one has opened stays, though an answer takes it out of the filter.
  const found = rowsToCheck(review.rows, filter)
  const rows = review.rows.filter(row => found.includes(row) || row.nominationId === open)
  const at = rows.findIndex(({ nominationId }) => nominationId === open)
  if (open !== undefined && at >= 0)
    return (
      <CheckingSheet
        key={open}
        params={{ id: campaignId, stage: stage.key, nominationId: open }}
        editable={stage.permissions.run && stage.state === 'open'}
        place={`${at + 1} / ${rows.length}`}
        onStep={step => setOpen(rows[at + step]?.nominationId ?? open)}
        onClose={() => setOpen(undefined)}
      />
    )
  return (
    <DataTable
      name="selection.review.check"
      columns={columns}
      rows={rows}
      rowKey={({ nominationId }) => String(nominationId)}
      onRowClick={({ nominationId }) => setOpen(nominationId)}
      empty={
        review.rows.length === 0
          ? { title: '名单上还没有人', hint: '上一环节结束后，通过的会进入这里。' }
          : { title: '没有符合条件的' }
      }
      filters={review.rows.length > 0 && <Filters categories={stage.categories} filter={filter} onChange={setFilter} />}
    />
  )
}

type FiltersProps = {
  categories: { key: string; name: string }[]
  filter: CheckFilter
  onChange: (filter: CheckFilter) => void
}

const Filters = ({ categories, filter, onChange }: FiltersProps) => (
  <>
    {categories.length > 1 && (
      <Select
        allowClear
        placeholder="全部类别"
        aria-label="类别"
        style={{ width: 180 }}
        value={filter.category}
        options={categories.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(category?: string) => onChange({ ...filter, category })}
      />
    )}
    <Select
      allowClear
      placeholder="全部进度"
      aria-label="进度"
      style={{ width: 140 }}
      value={filter.progress}
      options={Object.entries(progresses).map(([value, label]) => ({ value: value as CheckProgress, label }))}
      onChange={(progress?: CheckProgress) => onChange({ ...filter, progress })}
    />
    <Input.Search
      allowClear
      placeholder="按名称或单位查找"
      aria-label="按名称或单位查找"
      style={{ width: 200 }}
      value={filter.words}
      onChange={({ target }) => onChange({ ...filter, words: target.value })}
    />
  </>
)

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
