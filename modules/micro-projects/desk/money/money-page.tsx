import { DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Answered, EmptyState, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { moneyApi, projectApi } from '../../shared/index.ts'
import { AllowanceSheet } from './allowance-sheet.tsx'
import { LedgerSheet } from './ledger-sheet.tsx'
import { ReportSheet } from './report-sheet.tsx'
import '../micro.css'
import './money.css'

const views = { report: '年度统计', ledger: '资金台账', allowances: '额度使用' } as const
type View = keyof typeof views

/** 经费: a year's money village by village, posting by posting, person by person. */
const MoneyPage = () => {
  const start = useEndpoint(projectApi.startingPoints, {}, { freshMs: 60_000 })
  const first = start.data?.programmes[0]
  if (start.data && first) return <OfProgramme programmes={start.data.programmes} first={first.id} />
  return (
    <Page title="经费">
      <Answered of={start}>
        {() => <EmptyState title="还没有启动年度活动" hint="党建办启动年度活动以后，这里显示额度、台账和统计。" />}
      </Answered>
    </Page>
  )
}

type Programmes = { id: number; unitName: string; programme: { year: number; title: string } }[]

const OfProgramme = ({ programmes, first }: { programmes: Programmes; first: number }) => {
  const [id, setId] = useState(first)
  const [view, setView] = useState<View>('report')
  const report = useEndpoint(moneyApi.getYearlyReport, { params: { id } })
  const { unitName, programme } = programmes.find(each => each.id === id)!
  return (
    <Page
      title="经费"
      meta={`${unitName} · ${programme.year}年度“${programme.title}”`}
      actions={report.data?.permissions.names && <Export programmeId={id} />}
    >
      <div className="micro-filter">
        <Segmented<View>
          value={view}
          options={(Object.keys(views) as View[]).map(value => ({ value, label: views[value] }))}
          onChange={setView}
        />
        {programmes.length > 1 && (
          <Select
            aria-label="年度活动"
            value={id}
            options={programmes.map(each => ({ value: each.id, label: `${each.unitName} ${each.programme.year}年` }))}
            onChange={setId}
          />
        )}
      </div>
      <Answered of={report}>
        {data => {
          if (view === 'report') return <ReportSheet report={data} />
          const Chosen = view === 'ledger' ? LedgerSheet : AllowanceSheet
          return <Chosen key={id} programmeId={id} villages={data.rows} />
        }}
      </Answered>
    </Page>
  )
}

const Export = ({ programmeId }: { programmeId: number }) => (
  <Button icon={<DownloadOutlined />} href={`/api/micro/programmes/${programmeId}/money.xlsx`}>
    导出 Excel
  </Button>
)

export default MoneyPage
