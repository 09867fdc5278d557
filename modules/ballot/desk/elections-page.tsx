import { Link } from 'react-router'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, type DataColumn, DataTable, Page, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { ballotDeskApi, stateNames } from '../shared/index.ts'
import { toneOf } from './words.ts'

type Row = AnswerOf<typeof ballotDeskApi.listDeskElections>['elections'][number]

/** Votes of the unit and below it. A campaign's vote is laid down in its own stage. */
const ElectionsPage = () => {
  const elections = useEndpoint(ballotDeskApi.listDeskElections)
  return (
    <Page title="网上评议">
      <Sheet>
        <Answered of={elections}>
          {data => (
            <DataTable
              name="ballot.elections"
              columns={columns}
              rows={data.elections}
              rowKey={({ id }) => String(id)}
              empty={{
                title: '还没有评议',
                hint: '推选方案里有“网上评议”环节的，走到该环节时在环节页面上建立。',
              }}
            />
          )}
        </Answered>
      </Sheet>
    </Page>
  )
}

const columns: DataColumn<Row>[] = [
  {
    key: 'title',
    title: '评议',
    always: true,
    render: ({ id, title }) => <Link to={`/ballot/elections/${id}`}>{title}</Link>,
  },
  { key: 'unit', title: '组织单位', render: ({ unitName }) => unitName },
  {
    key: 'state',
    title: '状态',
    render: ({ state }) => <StateTag tone={toneOf(state)}>{stateNames[state]}</StateTag>,
  },
  {
    key: 'window',
    title: '投票时间',
    render: ({ opensAt, closesAt }) => (
      <span className="num">
        {momentWords(opensAt)}至{momentWords(closesAt)}
      </span>
    ),
  },
]

export default ElectionsPage
