import { Checkbox, Tag } from 'antd'
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { type DataColumn, DataTable, StateTag } from '#platform/ui/desk/index.ts'
import { outcomeWords } from '../../words.ts'
import type { Row, Shortlist } from './count.ts'

type Props = {
  list: Shortlist
  rows: Row[]
  editable: boolean
  onToggle: (row: Row) => void
  onSort: (column: string, order: 'asc' | 'desc' | undefined) => void
}

/** Names to choose from; the space bar ticks the one in focus, the arrow keys go up and down. */
export const ChoiceTable = ({ list, rows, editable, onToggle, onSort }: Props) => (
  <fieldset className="choice-list" aria-label="候选名单" onKeyDown={moveFocus}>
    <DataTable
      name="selection.shortlist"
      columns={columnsFor(list, editable, onToggle)}
      rows={rows}
      rowKey={({ nominationId }) => String(nominationId)}
      onSort={onSort}
      rowClassName={({ outcome }) => `choice-${outcome}`}
      empty={{ title: '名单上还没有人', hint: '上一环节结束后，通过的会进入这里。' }}
    />
  </fieldset>
)

const moveFocus = (event: KeyboardEvent<HTMLFieldSetElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input.choice-box, .choice-box input')]
  const at = boxes.indexOf(document.activeElement as HTMLInputElement)
  if (at < 0) return
  event.preventDefault()
  boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus()
}

const columnsFor = (list: Shortlist, editable: boolean, onToggle: (row: Row) => void): DataColumn<Row>[] => [
  {
    key: 'choose',
    title: '选定',
    width: 64,
    always: true,
    render: row => (
      <Checkbox
        className="choice-box"
        checked={row.outcome === 'pass'}
        disabled={!editable || row.outcome === 'suspended'}
        onChange={() => onToggle(row)}
        aria-label={`选定${row.name}`}
      />
    ),
  },
  {
    key: 'name',
    title: '名称',
    always: true,
    render: row => (
      <>
        <Link to={`/selection/nominations/${row.nominationId}`}>{row.name}</Link>
        {row.emphasised && <Tag className="choice-tag">重点推荐</Tag>}
        {row.linkedTo !== null && <Tag className="choice-tag">随组织确定</Tag>}
        {row.refused > 0 && <Tag className="choice-tag">{row.refused}条审核意见为否</Tag>}
      </>
    ),
  },
  { key: 'unit', title: '推荐单位', sortable: true, render: ({ unitName }) => unitName },
  {
    key: 'rank',
    title: '单位排序',
    width: 96,
    align: 'right',
    sortable: true,
    render: ({ rank }) => <span className="num">{rank ?? '—'}</span>,
  },
  ...(list.ranked ? [scoreColumn] : []),
  ...(list.hasVotes ? [votesColumn] : []),
  {
    key: 'structure',
    title: '结构',
    render: ({ counts }) =>
      counts.map(key => (
        <Tag key={key} className="choice-tag">
          {list.structure.find(share => share.key === key)?.name.split('（')[0]}
        </Tag>
      )),
  },
  {
    key: 'outcome',
    title: '结果',
    render: ({ outcome, reason }) => (
      <>
        <StateTag tone={outcomeWords(outcome).tone}>{words[outcome] ?? outcomeWords(outcome).words}</StateTag>
        {reason && reason !== words[outcome] && <span className="choice-reason">{reason}</span>}
      </>
    ),
  },
]

const words: Partial<Record<Row['outcome'], string>> = { pass: '选定', out: '未入选' }

const scoreColumn: DataColumn<Row> = {
  key: 'total',
  title: '综合得分',
  width: 104,
  align: 'right',
  sortable: true,
  render: ({ total }) => <span className="num">{total?.toFixed(2) ?? '—'}</span>,
}
const votesColumn: DataColumn<Row> = {
  key: 'votes',
  title: '得票（参考）',
  width: 120,
  align: 'right',
  sortable: true,
  render: ({ votes }) => <span className="num">{votes?.toLocaleString() ?? '—'}</span>,
}
