import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { Answered, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { type ImportedNotice, listImports } from '../shared/api.ts'
import { type Calendar, chineseDate, civilDay } from '../shared/index.ts'
import { ImportDialog } from './import-dialog.tsx'
import { Reckoner } from './reckoner.tsx'
import { useCalendar } from './use-calendar.ts'
import { YearView } from './year-view.tsx'
import './calendar.css'

/** 工作日历: the year with its days off and make-up workdays, the reckoner, and the import of notices. */
const CalendarPage = () => {
  const { today } = useSession()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [importing, setImporting] = useState(false)
  const calendar = useCalendar()
  const imports = useEndpoint(listImports)
  return (
    <Page
      title="工作日历"
      meta="按国务院办公厅放假通知计算工作日；公示期、办理期限都以此为准。"
      actions={imports.data?.mayImport && <Button onClick={() => setImporting(true)}>导入放假通知</Button>}
    >
      <Answered of={calendar} rows={12}>
        {facts => (
          <>
            <Reckoner calendar={facts} today={today} />
            <Year calendar={facts} year={year} today={today} onChange={setYear} />
          </>
        )}
      </Answered>
      {imports.data && <Imports notices={imports.data.notices} />}
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImported={imported => {
            setYear(imported)
            setImporting(false)
          }}
        />
      )}
    </Page>
  )
}

export default CalendarPage

type YearProps = { calendar: Calendar; year: number; today: string; onChange: (year: number) => void }

const Year = ({ calendar, year, today, onChange }: YearProps) => {
  const known = calendar.years.includes(year)
  return (
    <Sheet title={`${year}年`} extra={known ? <Sources sources={calendar.sources[year] ?? []} /> : undefined}>
      <div className="year-bar">
        <Space.Compact>
          <Button icon={<LeftOutlined />} aria-label="上一年" onClick={() => onChange(year - 1)} />
          <Button onClick={() => onChange(Number(today.slice(0, 4)))}>今年</Button>
          <Button icon={<RightOutlined />} aria-label="下一年" onClick={() => onChange(year + 1)} />
        </Space.Compact>
        <div className="year-legend">
          <span>
            <i className="holiday">休</i>放假
          </span>
          <span>
            <i className="makeup">班</i>调休上班
          </span>
          <span>
            <i className="provisional">日</i>预估
          </span>
        </div>
      </div>
      {!known && <Alert type="warning" showIcon style={{ marginBottom: 14 }} title={unknownYear(calendar, year)} />}
      <YearView calendar={calendar} year={year} today={today} />
    </Sheet>
  )
}

const unknownYear = ({ years }: Calendar, year: number) =>
  year < years[0]!
    ? `${year}年放假安排未收录，日期为预估。`
    : `${year}年放假安排尚未发布，日期为预估。通知印发后，由系统管理员导入。`

/** Document numbers as text, addresses as links. */
const Sources = ({ sources }: { sources: readonly string[] }) => (
  <>
    {sources.map((source, i) =>
      source.startsWith('http') ? (
        <a key={source} href={source} target="_blank" rel="noreferrer" style={{ marginLeft: 12 }}>
          {i === 0 ? '放假通知' : '补充通知'}
        </a>
      ) : (
        <span key={source}>依据：{source}</span>
      ),
    )}
  </>
)

const Imports = ({ notices }: { notices: readonly ImportedNotice[] }) =>
  notices.length > 0 && (
    <Sheet title="导入记录">
      <ul className="notice-changes num">
        {notices.map(({ id, year, source, importedAt, importedBy }) => (
          <li key={id}>
            {year}年，{source}，{importedBy}于{chineseDate(civilDay(importedAt))}导入
          </li>
        ))}
      </ul>
    </Sheet>
  )
