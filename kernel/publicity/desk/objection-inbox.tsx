import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type DataColumn,
  DataTable,
  dateWords,
  StateTag,
  type Tone,
  useEndpoint,
  useKeyset,
} from '#platform/ui/desk/index.ts'
import { listObjections, type ObjectionRow } from '../shared/objection-api.ts'
import { type ObjectionState, objectionChannels, objectionStates } from '../shared/states.ts'

/** Objections the unit received, newest first: what they are about and where they stand, nothing of who and how. */
export const ObjectionInbox = ({ noticeId }: { noticeId?: number }) => {
  const [state, setState] = useState<ObjectionState>()
  const keyset = useKeyset()
  const after = keyset.cursor && { after: Number(keyset.cursor) }
  const query = { ...(noticeId && { noticeId }), ...(state && { state }), ...after }
  const list = useEndpoint(listObjections, { query }, { keepPrevious: true })
  return (
    <DataTable<ObjectionRow>
      name="publicity.objections"
      columns={columns}
      rows={list.data?.rows}
      rowKey={row => String(row.id)}
      loading={list.isFetching}
      empty={{ title: '没有异议', hint: '来信、来电、来访的，请在那份公示的页面上代录。' }}
      paging={{ keyset, next: list.data?.next }}
      filters={
        <Select<ObjectionState>
          allowClear
          placeholder="全部状态"
          aria-label="按状态筛选"
          style={{ width: 160 }}
          options={Object.entries(objectionStates).map(([value, label]) => ({ value: value as ObjectionState, label }))}
          onChange={value => {
            setState(value)
            keyset.first()
          }}
        />
      }
    />
  )
}

export const objectionTones: Record<ObjectionState, Tone> = { open: 'bad', checking: 'near', concluded: 'done' }

const columns: DataColumn<ObjectionRow>[] = [
  {
    key: 'item',
    title: '反映对象',
    always: true,
    render: row => <Link to={`/objections/${row.id}`}>{row.itemName}</Link>,
  },
  { key: 'notice', title: '公示', render: row => row.noticeTitle },
  {
    key: 'state',
    title: '状态',
    width: 140,
    render: row => (
      <>
        <StateTag tone={objectionTones[row.state]}>{objectionStates[row.state]}</StateTag>
        {row.state === 'checking' && row.replied && '已答复'}
      </>
    ),
  },
  {
    key: 'channel',
    title: '方式',
    width: 110,
    render: row => `${objectionChannels[row.channel]}${row.anonymous ? '，匿名' : ''}`,
  },
  { key: 'received', title: '收到', width: 130, render: row => dateWords(row.receivedAt) },
  { key: 'receipt', title: '回执号', width: 150, optional: true, render: row => <code>{row.receipt}</code> },
]
