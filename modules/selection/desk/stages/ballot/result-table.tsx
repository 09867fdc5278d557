import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { type DataColumn, DataTable, useAction } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import { fileUrl } from '../../papers/paper-line.tsx'
import { CategoryChoice } from '../category-choice.tsx'
import { Papers } from '../inspect/papers.tsx'
import type { Ballot, Params } from './ballot-types.ts'

type Row = Ballot['rows'][number]

/** Counts by name, one category at a time, most first. A poll held elsewhere is typed in here, with its scan. */
export const ResultTable = ({ ballot, params, editable }: { ballot: Ballot; params: Params; editable: boolean }) => {
  const [counts, setCounts] = useState<Record<number, number | null>>(
    Object.fromEntries(ballot.rows.map(({ nominationId, count }) => [nominationId, count])),
  )
  const [source, setSource] = useState(ballot.result?.source ?? '')
  const [files, setFiles] = useState(ballot.result?.files.map(file => ({ ...file, kind: '' })) ?? [])
  const [category, setCategory] = useState(ballot.categories[0]?.value)
  const own = ballot.rows.filter(row => row.category === category)
  const enter = useAction(ballotApi.enterResult, { success: '已录入，待另一人复核' })
  const standing = ballot.rows.filter(({ outcome }) => outcome !== 'out')
  const left = standing.filter(({ nominationId }) => typeof counts[nominationId] !== 'number').length
  const submit = () =>
    enter.run({
      params,
      body: {
        source,
        fileKeys: files.map(({ key }) => key),
        counts: standing.map(({ nominationId }) => ({ nominationId, count: counts[nominationId] ?? 0 })),
      },
    })
  return (
    <>
      {!editable && ballot.result && (
        <p>
          来源：{ballot.result.source}
          {ballot.result.files.map(({ key, name }) => (
            <a key={key} href={fileUrl(key)} target="_blank" rel="noreferrer">
              {' '}
              {name}
            </a>
          ))}
        </p>
      )}
      {editable && (
        <>
          <div className="inspect-row">
            <Input
              placeholder="结果来源，如投票平台名称"
              aria-label="结果来源"
              value={source}
              maxLength={200}
              style={{ maxWidth: 320 }}
              onChange={({ target }) => setSource(target.value)}
            />
            <Button
              type="primary"
              disabled={left > 0 || source.trim() === '' || files.length === 0}
              loading={enter.running}
              onClick={submit}
            >
              录入结果
            </Button>
            {left > 0 && <span className="num">还有{left}个没有票数</span>}
          </div>
          <Papers label="结果扫描件" files={files} editable onChange={setFiles} />
        </>
      )}
      <DataTable
        name="selection.ballot"
        columns={columnsFor(editable, counts, (id, count) => setCounts(before => ({ ...before, [id]: count })))}
        rows={editable ? own : byPlace(own)}
        filters={
          ballot.categories.length > 1 && (
            <CategoryChoice value={category} options={ballot.categories} onChange={setCategory} />
          )
        }
        rowKey={({ nominationId }) => String(nominationId)}
        empty={{ title: '名单上还没有人', hint: '上一环节结束后，通过的会进入这里。' }}
      />
    </>
  )
}

const byPlace = (rows: Row[]) => rows.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity))

const columnsFor = (
  editable: boolean,
  counts: Record<number, number | null>,
  onCount: (id: number, count: number | null) => void,
): DataColumn<Row>[] => [
  { key: 'name', title: '名称', width: '24%', always: true, render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'place',
    title: '位次',
    width: 112,
    render: ({ place, tied }) => (
      <span className="num">
        {place ?? '—'}
        {tied && '（并列）'}
      </span>
    ),
  },
  { key: 'unit', title: '推荐单位', render: ({ unitName }) => unitName },
  {
    key: 'count',
    title: '票数',
    align: 'right',
    always: true,
    render: ({ nominationId, name, count }) =>
      editable ? (
        <InputNumber
          min={0}
          precision={0}
          value={counts[nominationId] ?? null}
          aria-label={`${name}的票数`}
          onChange={value => onCount(nominationId, value)}
        />
      ) : (
        <span className="num">{count?.toLocaleString() ?? '—'}</span>
      ),
  },
  {
    key: 'groups',
    title: '其中',
    render: ({ groups }) => (
      <span className="num">
        {groups.map(({ name, count }) => `${name}${count.toLocaleString()}`).join('，') || '—'}
      </span>
    ),
  },
]
