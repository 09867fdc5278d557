import { Alert } from 'antd'
import type { NoticePreview } from '../shared/api.ts'
import { chineseDate, chineseMonthDay, chineseWeekday } from '../shared/index.ts'

/** What a pasted notice would do: faults first, then what changes, then every day that was read. */
export const ImportPreview = ({ preview }: { preview: NoticePreview }) => (
  <div aria-live="polite">
    <Lines type="error" title="请核对以下内容后再导入" lines={preview.problems} />
    <Lines type="warning" title="以下语句含有日期，但没有作为放假或上班处理" lines={preview.unread} />
    <Lines
      type="warning"
      title={`${preview.year}年已有安排，导入后以下日期将改变`}
      lines={preview.changes.map(({ date, before, after }) => `${chineseDate(date)}：${before} → ${after}`)}
    />
    {preview.days.length > 0 && (
      <>
        <strong>
          {preview.year}年{preview.complete ? '全年安排' : '部分节日'}，读出放假{count(preview, false)}天、调休上班
          {count(preview, true)}天
        </strong>
        <ul className="notice-days num">
          {preview.days.map(({ date, weekday, working, name }) => (
            <li key={`${date}${name}`}>
              {date.startsWith(String(preview.year)) ? chineseMonthDay(date) : chineseDate(date)}{' '}
              {chineseWeekday(weekday)} {name}
              {working ? '调休上班' : '放假'}
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)

const count = ({ days }: NoticePreview, working: boolean) => days.filter(day => day.working === working).length

type LinesProps = { type: 'error' | 'warning'; title: string; lines: readonly string[] }

const Lines = ({ type, title, lines }: LinesProps) =>
  lines.length > 0 && (
    <Alert
      type={type}
      showIcon
      title={title}
      style={{ marginBottom: 12 }}
      description={
        <ul className="notice-changes">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
