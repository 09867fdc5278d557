import { Tabs } from 'antd'
import { type DataColumn, DataTable, Sheet } from '#platform/ui/desk/index.ts'
import type { Result } from '../../shared/index.ts'
import { placed } from '../../shared/index.ts'
import type { Election } from './election-types.ts'
import { Figure } from './turnout-sheet.tsx'

type Row = {
  no: number
  name: string
  unit: string
  total: number
  groups: number[]
  before: number
  place: number
  tied: boolean
}

const sum = (counts: number[]) => counts.reduce((all, each) => all + each, 0)

/** Votes of one category at a time, most first, ties shown; before and after cleaning where anything was voided. */
export const ResultSheet = ({ election, result }: { election: Election; result: Result }) => (
  <Sheet title="结果" extra={election.state === 'published' ? undefined : <span>公布之前请勿外传</span>}>
    <dl className="figures num">
      <Figure term="有效选票" value={sum(result.keys.map(({ counted }) => counted))} />
      <Figure term="改投后被替代" value={result.superseded} />
      <Figure term="作废" value={sum(result.voided.map(({ count }) => count))} />
    </dl>
    <Tabs
      items={election.rules.categories.map((category, at) => ({
        key: category.key,
        label: category.name,
        children: (
          <DataTable
            name="ballot.result"
            columns={columnsOf(election, result)}
            rows={rowsOf(category.candidates, result.tally[at]!.candidates)}
            rowKey={({ no }) => String(no)}
          />
        ),
      }))}
    />
  </Sheet>
)

type Tally = Result['tally'][number]['candidates']

const rowsOf = (candidates: { no: number; name: string; unit: string }[], tally: Tally): Row[] => {
  const counts = new Map(tally.map(each => [each.no, each]))
  const rows = candidates.map(({ no, name, unit }) => {
    const { after, before } = counts.get(no)!
    return { no, name, unit, total: sum(after), groups: after, before: sum(before) }
  })
  return placed(rows, ({ total }) => total)
}

const columnsOf = ({ rules }: Election, { voided }: Result): DataColumn<Row>[] => [
  { key: 'name', title: '名称', width: '24%', always: true, render: ({ name }) => <strong>{name}</strong> },
  { key: 'place', title: '位次', width: 112, render: ({ place, tied }) => `${place}${tied ? '（并列）' : ''}` },
  { key: 'unit', title: '单位', render: ({ unit }) => unit },
  { key: 'total', title: '票数', align: 'right', always: true, render: ({ total }) => total.toLocaleString() },
  ...(rules.groups.length > 1
    ? rules.groups.map(
        ({ key, name }, at): DataColumn<Row> => ({
          key,
          title: name,
          align: 'right',
          render: ({ groups }) => groups[at]!.toLocaleString(),
        }),
      )
    : []),
  ...(voided.some(({ count }) => count > 0)
    ? [
        {
          key: 'before',
          title: '作废前',
          align: 'right',
          render: ({ before }: Row) => before.toLocaleString(),
        } as DataColumn<Row>,
      ]
    : []),
]
