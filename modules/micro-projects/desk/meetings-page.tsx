import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, ProblemNotice, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi, yuan } from '../shared/index.ts'
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
            <EmptyState title="今年的活动还没有启动" />
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

type WaitingProps = { programmeId: number; body: string; waiting: Meetings['waiting'] }

const Waiting = ({ programmeId, body, waiting }: WaitingProps) => {
  const { today } = useSession()
  const [said, setSaid] = useState({ heldOn: today, attendees: '', resolution: '同意上述项目。' })
  const [out, setOut] = useState<number[]>([])
  const hold = useAction(projectApi.recordMeeting, { success: '会议已登记', quiet: true })
  if (waiting.length === 0) return <EmptyState title="没有等待会议研究的项目" />
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
              checked={!out.includes(id)}
              onChange={({ target }) => setOut(target.checked ? out.filter(each => each !== id) : [...out, id])}
            >
              同意
            </Checkbox>
            <Link to={`/micro/projects/${id}`}>{title}</Link>
            <span>{villageName}</span>
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
        <Form.Item label="参会人员" htmlFor="attendees">
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
            value={said.resolution}
            onChange={({ target }) => setSaid({ ...said, resolution: target.value })}
          />
        </Form.Item>
      </Form>
      {hold.problem && <ProblemNotice problem={hold.problem} />}
      <Button
        type="primary"
        size="large"
        block
        disabled={said.attendees.trim() === '' || said.resolution.trim() === ''}
        loading={hold.running}
        onClick={() => hold.run({ params: { id: programmeId }, body: { ...said, decisions } })}
      >
        登记会议
      </Button>
    </Sheet>
  )
}

const Held = ({ meetings }: { meetings: Meetings['meetings'] }) =>
  meetings.map(({ id, heldOn, attendees, resolution, projects }) => (
    <Sheet key={id} title={`${heldOn}会议`} extra={<span className="num">{projects.length}个项目</span>}>
      <p>参会人员：{attendees}</p>
      <p>会议决定：{resolution}</p>
      <ul className="micro-batch">
        {projects.map(project => (
          <li key={project.id}>
            <Link to={`/micro/projects/${project.id}`}>{project.title}</Link>
            <span>{project.villageName}</span>
            <span>{project.passed ? '同意' : '不同意'}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  ))

export default MeetingsPage
