import { DownloadOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  Answered,
  type DataColumn,
  DataTable,
  Page,
  Sheet,
  StateTag,
  useEndpoint,
  useKeyset,
  useNarrow,
} from '#platform/ui/desk/index.ts'
import { campaignsApi, overviewApi } from '../../shared/index.ts'
import type { Overview } from '../campaigns/funnel-stages.ts'
import { momentWords, nameOf, nominationWords } from '../words.ts'

type Row = AnswerOf<typeof campaignsApi.listNominations>['rows'][number]
type Sort = { order: (typeof campaignsApi.listOrders)[number]; direction: 'asc' | 'desc' }
type Filter = { category?: string; state?: 'submitted' | 'returned' | 'accepted'; search?: string }

/** 推荐对象名单: everyone handed in, in official order of units, then rank; filtered, exported whole. */
const NominationsPage = () => {
  const id = Number(useParams().id)
  const campaign = useEndpoint(campaignsApi.getCampaign, { params: { id } })
  return <Answered of={campaign}>{data => <Nominations campaign={data} />}</Answered>
}

const Nominations = ({ campaign }: { campaign: Overview }) => {
  const navigate = useNavigate()
  const keyset = useKeyset()
  const [filter, setFilter] = useState<Filter>({})
  const [sort, setSort] = useState<Sort>()
  const inOrder = (order: Sort['order'], direction: 'asc' | 'desc' | undefined) => {
    setSort(direction && { order, direction })
    keyset.first()
  }
  const narrow = (next: Filter) => {
    setFilter(Object.fromEntries(Object.entries({ ...filter, ...next }).filter(([, value]) => value)) as Filter)
    keyset.first()
  }
  const params = { id: campaign.id }
  const query = { ...filter, ...sort, ...(keyset.cursor && { after: keyset.cursor }) }
  const list = useEndpoint(campaignsApi.listNominations, { params, query }, { keepPrevious: true })
  return (
    <Page title="推荐对象名单" meta={<Link to={`/selection/campaigns/${campaign.id}`}>{campaign.title}</Link>}>
      <Sheet>
        <DataTable
          name="selection.nominations"
          columns={columnsOf(campaign, list.data?.rows)}
          onSort={(column, direction) => inOrder(column as Sort['order'], direction)}
          rows={list.data?.rows}
          rowKey={row => String(row.id)}
          loading={list.isFetching}
          empty={{ title: '名单上还没有人', hint: '各单位上报后会出现在这里；草稿只有本单位看得到。' }}
          paging={{ keyset, next: list.data?.next, ...(list.data && { total: list.data.total }) }}
          onRowClick={row => navigate(`/selection/nominations/${row.id}`)}
          filters={<Filters campaign={campaign} onChange={narrow} onOrder={inOrder} />}
          tools={
            <Button
              icon={<DownloadOutlined />}
              href={addressOf(overviewApi.exportNominations.path, params, { ...filter, ...sort })}
            >
              导出Excel
            </Button>
          }
        />
      </Sheet>
    </Page>
  )
}

type FiltersProps = {
  campaign: Overview
  onChange: (filter: Filter) => void
  onOrder: (order: Sort['order'], direction: 'asc' | 'desc' | undefined) => void
}

const Filters = ({ campaign, onChange, onOrder }: FiltersProps) => (
  <>
    {useNarrow() && (
      <Select<Sort['order']>
        aria-label="次序"
        defaultValue="unit"
        style={{ width: 200 }}
        options={phoneOrders}
        onChange={order => onOrder(order, order === 'score' ? 'desc' : 'asc')}
      />
    )}
    <Select
      allowClear
      placeholder="全部类别"
      aria-label="类别"
      style={{ width: 200 }}
      options={campaign.categories.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={category => onChange({ category })}
    />
    <Select
      allowClear
      placeholder="全部状态"
      aria-label="状态"
      style={{ width: 120 }}
      options={(['submitted', 'returned', 'accepted'] as const).map(value => ({
        value,
        label: nominationWords(value).words,
      }))}
      onChange={state => onChange({ state })}
    />
    <Input.Search
      allowClear
      placeholder="按名称查找"
      aria-label="按名称查找"
      style={{ width: 180 }}
      onSearch={text => onChange({ search: text.trim() })}
    />
  </>
)

/** Column heads sort where there are any. */
const phoneOrders: { value: Sort['order']; label: string }[] = [
  { value: 'unit', label: '按单位次序' },
  { value: 'name', label: '按姓氏笔画' },
  { value: 'score', label: '按评分从高到低' },
  { value: 'submitted', label: '按上报先后' },
]

const columnsOf = (campaign: Overview, rows: Row[] = []): DataColumn<Row>[] => [
  {
    key: 'name',
    title: '推荐对象',
    always: true,
    sortable: true,
    render: row => <Link to={`/selection/nominations/${row.id}`}>{nameOf(row)}</Link>,
  },
  { key: 'unit', title: '推荐单位', sortable: true, render: row => row.unitName },
  {
    key: 'category',
    title: '类别',
    sortable: true,
    render: row => campaign.categories.find(({ key }) => key === row.category)?.name ?? row.category,
  },
  { key: 'rank', title: '排序', align: 'right', render: row => <span className="num">{row.rank ?? '—'}</span> },
  ...(rows.some(({ score }) => score !== null) ? [scoreColumn] : []),
  {
    key: 'state',
    title: '状态',
    sortable: true,
    render: row => <StateTag tone={nominationWords(row.state).tone}>{nominationWords(row.state).words}</StateTag>,
  },
  { key: 'warnings', title: '提示', align: 'right', render: row => (row.warnings > 0 ? `${row.warnings}处` : '—') },
  {
    key: 'submitted',
    title: '上报时间',
    sortable: true,
    optional: true,
    render: row => (row.submittedAt ? momentWords(row.submittedAt) : '—'),
  },
]

const scoreColumn: DataColumn<Row> = {
  key: 'score',
  title: '专家评分',
  align: 'right',
  sortable: true,
  render: ({ score }) => <span className="num">{score?.toFixed(2) ?? '—'}</span>,
}

export default NominationsPage
