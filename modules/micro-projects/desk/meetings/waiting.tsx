import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { acceptedFiles, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { EmptyState, Sheet, Uploader, useAction, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { projectApi, yuan } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'
import { BatchLine } from './batch-line.tsx'
import { agreed, type Decision, usualWords } from './decision.ts'

type Project = AnswerOf<typeof projectApi.listMeetings>['waiting'][number]
type Props = { programmeId: number; body: string; waiting: Project[] }

/** The batch of a meeting, and the form that records it. */
export const Waiting = ({ programmeId, body, waiting }: Props) => {
  const [decisions, setDecisions] = useState<Record<number, Decision>>({})
  if (waiting.length === 0)
    return <EmptyState title="没有等待会议研究的项目" hint="核定经费以后，项目会出现在这里，一次会议可以研究多个。" />
  const batch = waiting.map(project => ({ project, decision: decisions[project.id] ?? agreed }))
  const yes = batch.filter(({ decision }) => decision.outcome === 'pass')
  const total = yes.reduce((sum, { project }) => sum + (project.approvedFen ?? 0), 0)
  return (
    <Sheet title={`提交${body}`} extra={<span className="num">{waiting.length}个项目</span>}>
      <ul className="meeting-batch">
        {batch.map(({ project, decision }) => (
          <BatchLine
            key={project.id}
            project={project}
            decision={decision}
            onChange={changed => setDecisions({ ...decisions, [project.id]: changed })}
          />
        ))}
      </ul>
      <p className="micro-sum">
        同意{yes.length}个，共<strong className="num">{yuan(total)}</strong>元
      </p>
      <MeetingForm programmeId={programmeId} batch={batch} />
    </Sheet>
  )
}

type Batch = { project: Project; decision: Decision }[]
type Said = { heldOn: string; attendees: string /** Once somebody has changed the usual words. */; resolution?: string }

/** What is sent of a batch: nothing of what the meeting did not come to. */
const decided = (batch: Batch) =>
  batch.flatMap(({ project, decision: { outcome, comment } }) =>
    outcome === 'later'
      ? []
      : [{ projectId: project.id, revision: project.revision, outcome, comment: outcome === 'reject' ? comment : '' }],
  )

const MeetingForm = ({ programmeId, batch }: { programmeId: number; batch: Batch }) => {
  const { today } = useSession()
  const [said, setSaid] = useState<Said>({ heldOn: today, attendees: '' })
  const [minutes, setMinutes] = useState<StoredFile>()
  const hold = useAction(projectApi.recordMeeting, { success: '会议已登记', quiet: true })
  useUnsavedGuard(said.attendees !== '' && !hold.running)
  const resolution = said.resolution ?? usualWords(batch.map(({ decision }) => decision))
  const decisions = decided(batch)
  const unexplained = decisions.some(({ outcome, comment }) => outcome === 'reject' && comment.trim() === '')
  const body = { ...said, resolution, decisions, ...(minutes && { fileKey: minutes.key }) }
  return (
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
      <Form.Item label="会议记录（可以不传）">
        <Minutes file={minutes} onChange={setMinutes} />
      </Form.Item>
      <Refusal problem={hold.problem} />
      {unexplained && <p className="meeting-hint">不同意的项目请写明原因。</p>}
      <Button
        type="primary"
        size="large"
        block
        disabled={said.attendees.trim() === '' || resolution.trim() === '' || decisions.length === 0 || unexplained}
        loading={hold.running}
        onClick={() => hold.run({ params: { id: programmeId }, body })}
      >
        登记会议
      </Button>
    </Form>
  )
}

type MinutesProps = { file: StoredFile | undefined; onChange: (file: StoredFile | undefined) => void }

const Minutes = ({ file, onChange }: MinutesProps) =>
  file ? (
    <p>
      {file.name}{' '}
      <Button type="link" onClick={() => onChange(undefined)}>
        换一份
      </Button>
    </p>
  ) : (
    <Uploader
      endpoint={uploadFile}
      accept={acceptedFiles}
      label="上传会议记录"
      hint="签字的会议记录扫描件、照片或文件。"
      onUploaded={onChange}
    />
  )
