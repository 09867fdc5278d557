import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { paperFormats } from '#kernel/documents/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Sheet, StateTag } from '#platform/ui/desk/index.ts'
import type { projectApi } from '../../shared/index.ts'

type Meetings = AnswerOf<typeof projectApi.listMeetings>['meetings']

/** Meetings that were held, the latest first. */
export const Held = ({ programmeId, meetings }: { programmeId: number; meetings: Meetings }) =>
  meetings.map(({ id, heldOn, attendees, resolution, minutesKey, projects }) => (
    <Sheet key={id} title={`${chineseDate(heldOn)}会议`} extra={<span className="num">{projects.length}个项目</span>}>
      <p>参会人员：{attendees}</p>
      <p>会议决定：{resolution}</p>
      {minutesKey && (
        <p>
          <a href={`/api/files/${minutesKey}`} target="_blank" rel="noreferrer">
            查看会议记录
          </a>
        </p>
      )}
      <ul className="micro-batch">
        {projects.map(project => (
          <li key={project.id}>
            <Link to={`/micro/projects/${project.id}`}>{project.title}</Link>
            <span>{project.villageName}</span>
            <StateTag tone={project.passed ? 'done' : 'bad'}>{project.passed ? '同意' : '不同意'}</StateTag>
          </li>
        ))}
      </ul>
      {(['pdf', 'docx'] as const).map(format => (
        <Button
          key={format}
          icon={<DownloadOutlined />}
          type="link"
          href={`/api/micro/programmes/${programmeId}/meetings/${id}/${format}`}
        >
          会议记录{paperFormats[format]}
        </Button>
      ))}
    </Sheet>
  ))
