import { Link } from 'react-router'
import { chineseSpan } from '#kernel/calendar/shared/index.ts'
import { noticeStates } from '#kernel/publicity/shared/index.ts'
import { StateTag } from '#platform/ui/desk/index.ts'
import './publicise.css'

type Line = {
  id: number
  title: string
  state: string
  status: string
  version?: number
  publishedOn?: string | null
  lastDay?: string | null
  openObjections?: number
}

const tones = { issued: 'done', 'in-review': 'near', approved: 'near' } as const

/** Notices with their state; each leads to its text and its 拟稿—审核—签发. */
export const NoticeLines = ({ notices }: { notices: Line[] }) => (
  <ul className="notice-lines">
    {notices.map(({ id, title, state, status, version, publishedOn, lastDay, openObjections }) => (
      <li key={id}>
        <Link to={`/notices/${id}`}>{title}</Link>
        <span className="num">
          <StateTag tone={tones[state as keyof typeof tones] ?? 'plain'}>
            {noticeStates[state as keyof typeof noticeStates]}
          </StateTag>
          {version !== undefined && ` 第${version}版`}
          {publishedOn && lastDay && ` · ${chineseSpan(publishedOn, lastDay)}`}
          {state === 'issued' && ` · ${status}`}
          {openObjections ? ` · ${openObjections}件异议未办结` : ''}
        </span>
      </li>
    ))}
  </ul>
)
