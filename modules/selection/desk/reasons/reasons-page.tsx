import { DownloadOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import { Answered, type DataColumn, DataTable, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { overviewApi } from '../../shared/index.ts'
import { type GivenReason, type ReasonFilter, reasonsShown, rulesAnswered } from './reasons-shown.ts'
import './reasons.css'

/** 情况说明: every reason that units gave in what they handed in, beside the sentence it answers. */
const ReasonsPage = () => {
  const id = Number(useParams().id)
  const list = useEndpoint(overviewApi.listReasons, { params: { id } })
  return (
    <Page title="情况说明" meta={<Link to={`/selection/campaigns/${id}`}>返回总览</Link>}>
      <Sheet>
        <Answered of={list}>{({ reasons }) => <Reasons campaignId={id} reasons={reasons} />}</Answered>
      </Sheet>
    </Page>
  )
}

const Reasons = ({ campaignId, reasons }: { campaignId: number; reasons: GivenReason[] }) => {
  const [filter, setFilter] = useState<ReasonFilter>({ words: '' })
  const none = reasons.length === 0
  return (
    <DataTable
      name="selection.reasons"
      columns={columns}
      rows={reasonsShown(reasons, filter)}
      rowKey={({ submissionId, nominationId, rule }) => `${submissionId}.${nominationId}.${rule}`}
      empty={
        none
          ? { title: '还没有情况说明', hint: '上报的材料需要说明理由的，在这里汇总。' }
          : { title: '没有符合条件的情况说明' }
      }
      tools={
        !none && (
          <Button icon={<DownloadOutlined />} href={addressOf(overviewApi.exportReasons.path, { id: campaignId })}>
            导出Excel
          </Button>
        )
      }
      filters={
        !none && (
          <>
            <Input.Search
              allowClear
              placeholder="单位、推荐对象或内容"
              aria-label="单位、推荐对象或内容"
              style={{ width: 240 }}
              onChange={({ target }) => setFilter({ ...filter, words: target.value })}
            />
            <Select
              allowClear
              placeholder="全部情形"
              aria-label="情形"
              className="reasons-rule"
              options={rulesAnswered(reasons).map(({ rule, message, count }) => ({
                value: rule,
                label: `${message}（${count}）`,
              }))}
              onChange={(rule?: string) => setFilter({ ...filter, rule })}
            />
          </>
        )
      }
    />
  )
}

const columns: DataColumn<GivenReason>[] = [
  { key: 'unit', title: '推荐单位', width: 140, render: ({ unitName }) => unitName },
  {
    key: 'name',
    title: '推荐对象',
    width: 140,
    always: true,
    render: ({ nominationId, submissionId, name }) =>
      nominationId === null ? (
        <Link to={`/selection/submissions/${submissionId}`}>推荐情况报告</Link>
      ) : (
        <Link to={`/selection/nominations/${nominationId}`}>{name}</Link>
      ),
  },
  {
    key: 'message',
    title: '情形',
    width: 280,
    render: ({ message, clause }) => (
      <div className="reason-asked">
        {message}
        {clause && <small>{clause}</small>}
      </div>
    ),
  },
  { key: 'text', title: '说明', width: 320, render: ({ text }) => <div className="reason-text">{text}</div> },
  { key: 'confirmed', title: '确认人', width: 96, render: ({ confirmedBy }) => confirmedBy ?? '—' },
]

export default ReasonsPage
