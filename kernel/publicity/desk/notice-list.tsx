import { Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { chineseMonthDay } from '#kernel/calendar/shared/index.ts'
import { type DataColumn, DataTable, StateTag, type Tone, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { listNotices, type NoticeSummary } from '../shared/notice-api.ts'
import { type NoticeState, noticeKinds, noticeStates } from '../shared/states.ts'

type NoticeListProps = { module?: string; matterId?: number }

/** Notices of the unit, of one matter where it is given; a row opens the editor. */
export const NoticeList = (matter: NoticeListProps) => {
  const [state, setState] = useState<NoticeState>()
  const keyset = useKeyset()
  const navigate = useNavigate()
  const query = { ...matter, ...(state && { state }), ...(keyset.cursor && { after: Number(keyset.cursor) }) }
  const list = useEndpoint(listNotices, { query }, { keepPrevious: true })
  return (
    <DataTable<NoticeSummary>
      name="publicity.notices"
      columns={columns}
      rows={list.data?.rows}
      rowKey={row => String(row.id)}
      loading={list.isFetching}
      empty={{ title: '还没有文稿', hint: '到了公示或公布环节，会从名单自动生成一份草稿。' }}
      paging={{ keyset, next: list.data?.next }}
      onRowClick={row => navigate(`/notices/${row.id}`)}
      filters={
        <Select<NoticeState>
          allowClear
          placeholder="全部状态"
          aria-label="按状态筛选"
          style={{ width: 160 }}
          options={Object.entries(noticeStates).map(([value, label]) => ({ value: value as NoticeState, label }))}
          onChange={value => {
            setState(value)
            keyset.first()
          }}
        />
      }
    />
  )
}

const tones: Record<NoticeState, Tone> = {
  draft: 'plain',
  'in-review': 'near',
  approved: 'near',
  issued: 'done',
  superseded: 'plain',
  withdrawn: 'bad',
}

const columns: DataColumn<NoticeSummary>[] = [
  {
    key: 'title',
    title: '标题',
    always: true,
    width: 300,
    render: row => (
      <Link to={`/notices/${row.id}`}>
        {row.title}
        {row.version > 1 && `（第${row.version}版）`}
      </Link>
    ),
  },
  { key: 'kind', title: '种类', width: 80, render: row => noticeKinds[row.kind] },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: row => <StateTag tone={tones[row.state]}>{noticeStates[row.state]}</StateTag>,
  },
  { key: 'status', title: '公示', width: 240, render: row => (row.state === 'issued' ? row.status : '') },
  {
    key: 'days',
    title: '起止',
    width: 170,
    render: ({ publishedOn, lastDay }) =>
      publishedOn ? [publishedOn, lastDay].flatMap(day => (day ? [chineseMonthDay(day)] : [])).join('—') : '',
  },
  {
    key: 'objections',
    title: '未结异议',
    width: 90,
    align: 'right',
    render: row => (row.openObjections > 0 ? <StateTag tone="bad">{row.openObjections}件</StateTag> : ''),
  },
  { key: 'unit', title: '发布单位', optional: true, render: row => row.unitName },
]
