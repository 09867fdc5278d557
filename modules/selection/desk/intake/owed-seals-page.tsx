import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { Answered, type DataColumn, DataTable, Page, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import type { OwedSheet } from '../../intake/shared/api.ts'
import { intakeApi } from '../../shared/index.ts'
import { type OwedFilter, owedKinds, owedShown } from './owed-shown.ts'
import './intake.css'

/** 盖章情况: every sheet of the campaign that wants a seal, or a new one after its text was changed. */
const OwedSealsPage = () => {
  const id = Number(useParams().id)
  const list = useEndpoint(intakeApi.listOwedSeals, { params: { id } })
  return (
    <Page title="盖章情况" meta={<Link to={`/selection/campaigns/${id}`}>返回总览</Link>}>
      <Sheet>
        <Answered of={list}>{({ sheets, today }) => <Owed campaignId={id} sheets={sheets} today={today} />}</Answered>
      </Sheet>
    </Page>
  )
}

type Props = { campaignId: number; sheets: OwedSheet[]; today: string }

const Owed = ({ campaignId: id, sheets, today }: Props) => {
  const [filter, setFilter] = useState<OwedFilter>()
  return (
    <DataTable
      name="selection.owed-seals"
      columns={columnsOf(today)}
      rows={owedShown(sheets, filter, today)}
      rowKey={({ nominationId }) => String(nominationId)}
      empty={{
        title: sheets.length === 0 ? '章都盖齐了' : '没有这种情形的表',
        hint: '已上报的表须补章、须重新盖章的，在这里汇总。',
      }}
      filters={
        <Select<OwedFilter>
          allowClear
          placeholder="全部情形"
          aria-label="情形"
          className="owed-kind"
          options={owedKinds(sheets, today).map(({ kind, words, count }) => ({
            value: kind,
            label: `${words}（${count}）`,
          }))}
          onChange={setFilter}
        />
      }
      tools={
        <Button icon={<DownloadOutlined />} href={addressOf(intakeApi.exportOwedSeals.path, { id })}>
          导出Excel
        </Button>
      }
    />
  )
}

const columnsOf = (today: string): DataColumn<OwedSheet>[] => [
  {
    key: 'name',
    title: '推荐对象',
    width: 240,
    always: true,
    render: sheet => (
      <>
        <Link to={`/selection/nominations/${sheet.nominationId}`}>{sheet.name}</Link>
        <small className="owed-category">{sheet.categoryName}</small>
      </>
    ),
  },
  {
    key: 'unit',
    title: '推荐单位',
    width: 160,
    render: ({ submissionId, unitName }) => <Link to={`/selection/submissions/${submissionId}`}>{unitName}</Link>,
  },
  {
    key: 'reseal',
    title: '重新盖章',
    width: 120,
    render: ({ reseal }) => (reseal ? <StateTag tone="bad">内容已改</StateTag> : '—'),
  },
  {
    key: 'owed',
    title: '还缺的章',
    width: 380,
    render: ({ owed }) =>
      owed.length === 0 ? (
        '—'
      ) : (
        <div>
          {owed.map(({ label, promisedBy }) => (
            <div key={label}>
              {label} <PromiseTag by={promisedBy} today={today} />
            </div>
          ))}
        </div>
      ),
  },
]

const PromiseTag = ({ by, today }: { by: string | null; today: string }) => {
  if (!by) return <StateTag tone="near">未盖</StateTag>
  const promised = `承诺${chineseDate(by)}前`
  return by < today ? <StateTag tone="bad">{`${promised}，已过期`}</StateTag> : <StateTag>{promised}</StateTag>
}

export default OwedSealsPage
