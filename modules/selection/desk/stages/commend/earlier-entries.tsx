import { Input } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, type DataColumn, DataTable, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi, honourStates } from '../../../shared/index.ts'
import { EntryMoves } from './entry-moves.tsx'

export type EarlierEntry = AnswerOf<typeof commendApi.findEarlier>['entries'][number]

/** One imported honour looked up by its whole name or number, with what became of it since. */
export const EarlierEntries = ({ campaignId }: { campaignId: number }) => {
  const [search, setSearch] = useState('')
  return (
    <Sheet title="查找和更正">
      <Input.Search
        allowClear
        enterButton="查找"
        placeholder="完整的姓名、名称或编号"
        aria-label="完整的姓名、名称或编号"
        maxLength={100}
        onSearch={words => setSearch(words.trim())}
      />
      {search === '' ? (
        <p className="field-hint">名册不能逐条翻看。查到后，由签发人记录撤销、替代或者恢复。</p>
      ) : (
        <Found campaignId={campaignId} search={search} />
      )}
    </Sheet>
  )
}

const Found = ({ campaignId, search }: { campaignId: number; search: string }) => {
  const found = useEndpoint(commendApi.findEarlier, { params: { id: campaignId }, query: { search } })
  return (
    <Answered of={found} rows={2}>
      {({ entries, permissions }) => (
        <DataTable
          name="selection.earlier-winners"
          rows={entries}
          rowKey={({ id }) => String(id)}
          columns={permissions.revoke ? [...columns, moves(campaignId)] : columns}
          empty={{ title: `名册中没有“${search}”`, hint: '姓名、名称或编号要完整，一字不差。' }}
        />
      )}
    </Answered>
  )
}

const columns: DataColumn<EarlierEntry>[] = [
  { key: 'name', title: '姓名或名称', always: true, render: ({ name }) => <b>{name}</b> },
  { key: 'unit', title: '单位', render: ({ unitName }) => unitName },
  { key: 'title', title: '荣誉', render: ({ year, title }) => `${year}年 ${title}` },
  { key: 'number', title: '编号', render: ({ number }) => <span className="num">{number}</span> },
  {
    key: 'state',
    title: '状态',
    render: ({ state, stateReason, supersededBy }) => (
      <>
        <StateTag tone={state === 'valid' ? 'gold' : 'bad'}>{honourStates[state]}</StateTag>
        {supersededBy && <div className="num">替代的荣誉：{supersededBy}</div>}
        {stateReason && <div>{stateReason}</div>}
      </>
    ),
  },
]

const moves = (campaignId: number): DataColumn<EarlierEntry> => ({
  key: 'moves',
  title: '操作',
  always: true,
  render: entry => <EntryMoves campaignId={campaignId} entry={entry} />,
})
