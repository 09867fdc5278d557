import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  Answered,
  EmptyState,
  Page,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
  useUnsavedGuard,
} from '#platform/ui/desk/index.ts'
import { projectApi, yuan } from '../shared/index.ts'
import { Refusal } from './refusal.tsx'
import './micro.css'

type Meetings = AnswerOf<typeof projectApi.listMeetings>

/** 会议研究: what waits is decided in one meeting, with one record. */
const MeetingsPage = () => {
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="会议研究" narrow>
      <Answered of={start}>
        {({ programmes }) =>
          programmes[0] ? (
            <Meetings programmeId={programmes[0].id} body={programmes[0].programme.meetingBody} />
          ) : (
            <EmptyState
              title="还没有启动年度活动"
              hint="党建办启动年度活动以后，核定了经费的项目在这里提交会议研究。"
            />
          )
        }
      </Answered>
    </Page>
  )
}

const Meetings = ({ programmeId, body }: { programmeId: number; body: string }) => {
  const meetings = useEndpoint(projectApi.listMeetings, { params: { id: programmeId } })
  return (
    <Answered of={meetings}>
      {data => (
        <>
          <Waiting key={data.meetings.length} programmeId={programmeId} body={body} waiting={data.waiting} />
          <Held meetings={data.meetings} />
        </>
      )}
    </Answered>
  )
}

type Said = { heldOn: string; attendees: string /** Once somebody has changed the usual words. */; resolution?: string }

const usualWords = (agreed: number, refused: number): string => {
  if (refused === 0) return '同意上述项目。'
  return agreed === 0 ? '不同意上述项目。' : `同意其中${agreed}个项目，${refused}个项目不同意。`
}

type WaitingProps = { programmeId: number; body: string; waiting: Meetings['waiting'] }

const Waiting = ({ programmeId, body, waiting }: WaitingProps) => {
  const { today } = useSession()
  const [said, setSaid] = useState<Said>({ heldOn: today, attendees: '' })
  const [out, setOut] = useState<number[]>([])
  const hold = useAction(projectApi.recordMeeting, { success: '会议已登记', quiet: true })
  useUnsavedGuard(said.attendees !== '' && !hold.running)
  if (waiting.length === 0)
    return <EmptyState title="没有等待会议研究的项目" hint="核定经费以后，项目会出现在这里，一次会议可以研究多个。" />
  const resolution = said.resolution ?? usualWords(waiting.length - out.length, out.length)
  const decisions = waiting.map(({ id }) => ({
    projectId: id,
    outcome: out.includes(id) ? ('reject' as const) : ('pass' as const),
  }))
  const total = waiting
    .filter(({ id }) => !out.includes(id))
    .reduce((sum, { approvedFen }) => sum + (approvedFen ?? 0), 0)
  return (
    <Sheet title={`提交${body}`} extra={<span className="num">{waiting.length}个项目</span>}>
      <ul className="micro-batch">
        {waiting.map(({ id, title, villageName, approvedFen }) => (
          <li key={id}>
            <Checkbox
              aria-label={`同意${title}`}
              checked={!out.includes(id)}
              onChange={({ target }) => setOut(target.checked ? out.filter(each => each !== id) : [...out, id])}
            >
              同意
            </Checkbox>
            <Link to={`/micro/projects/${id}`}>{title}</Link>
            <span>{villageName}</span>
            {out.includes(id) && <StateTag tone="bad">不同意</StateTag>}
            <span className="num">{yuan(approvedFen ?? 0)}元</span>
          </li>
        ))}
      </ul>
      <p className="micro-sum">
        同意{waiting.length - out.length}个，共<strong className="num">{yuan(total)}</strong>元
      </p>
      <Form layout="vertical">
        <Form.Item label="会议日期" htmlFor="heldOn">
          <Input
            id="heldOn"
            type="date"
            max={today}
            value={said.heldOn}
            onChange={({ target }) => setSaid({ ...said, heldOn: target.value })}
          />
        </Form.Item>
        <Form.Item label="参会人员" htmlFor="attendees" extra="写明应到、实到和列席的人，填好才能登记。">
          <Input
            id="attendees"
            maxLength={500}
            value={said.attendees}
            onChange={({ target }) => setSaid({ ...said, attendees: target.value })}
          />
        </Form.Item>
        <Form.Item label="会议决定" htmlFor="resolution">
          <Input.TextArea
            id="resolution"
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={resolution}
            onChange={({ target }) => setSaid({ ...said, resolution: target.value })}
          />
        </Form.Item>
      </Form>
      <Refusal problem={hold.problem} />
      <Button
        type="primary"
        size="large"
        block
        disabled={said.attendees.trim() === '' || resolution.trim() === ''}
        loading={hold.running}
        onClick={() => hold.run({ params: { id: programmeId }, body: { ...said, resolution, decisions } })}
      >
        登记会议
      </Button>
    </Sheet>
  )
}

const Held = ({ meetings }: { meetings: Meetings['meetings'] }) =>
  meetings.map(({ id, heldOn, attendees, resolution, projects }) => (
    <Sheet key={id} title={`${chineseDate(heldOn)}会议`} extra={<span className="num">{projects.length}个项目</span>}>
      <p>参会人员：{attendees}</p>
      <p>会议决定：{resolution}</p>
      <ul className="micro-batch">
        {projects.map(project => (
          <li key={project.id}>
            <Link to={`/micro/projects/${project.id}`}>{project.title}</Link>
            <span>{project.villageName}</span>
            <StateTag tone={project.passed ? 'done' : 'bad'}>{project.passed ? '同意' : '不同意'}</StateTag>
          </li>
        ))}
      </ul>
    </Sheet>
  ))

export default MeetingsPage
