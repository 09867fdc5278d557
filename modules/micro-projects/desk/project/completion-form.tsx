import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi, tellingWords } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'
import { tellingHelp } from '../telling.ts'
import { PeopleField } from './people-field.tsx'

/**
 * 登记完工: when, by how many, how it turned out; pictures and receipts are entered above. Until the notice is sent to
 * review it is corrected in the same place. A name that must not be public gets another for the notice.
 */
export const CompletionForm = ({ project }: { project: projectApi.ProjectView }) => {
  const { today } = useSession()
  const known = project.completion
  const [finishedOn, setDay] = useState(known?.finishedOn ?? today)
  const [participants, setParticipants] = useState<number | null>(known?.participants ?? null)
  const [people, setPeople] = useState<string[]>(known?.people ?? [])
  const [text, setText] = useState(known?.text ?? '')
  const [publicTitle, setPublicTitle] = useState(known?.publicTitle ?? '')
  const renamed = publicTitle !== '' || tellingWords(project.title).length > 0
  const success = known ? '已更正完工情况' : '已登记完工'
  const complete = useAction(projectApi.completeProject, { success, quiet: true })
  const told = { finishedOn, participants: participants ?? 0, people, text, ...(publicTitle && { publicTitle }) }
  const run = () => complete.run({ params: { id: project.id }, body: told })
  return (
    <Sheet title={known ? '更正完工情况' : '登记完工'} className="micro-act">
      <p>
        {known
          ? '公示送审以前可以更正；开支和照片在上面更正。'
          : '先在上面登记开支和票据、上传施工前后同一位置的照片，再登记完工。'}
      </p>
      <Form layout="vertical">
        <Form.Item label="完工日期" htmlFor="finishedOn">
          <Input
            id="finishedOn"
            type="date"
            value={finishedOn}
            max={today}
            onChange={({ target }) => setDay(target.value)}
          />
        </Form.Item>
        <PeopleField
          projectId={project.id}
          value={people}
          onChange={named => {
            setPeople(named)
            if ((participants ?? 0) < named.length || participants === people.length) setParticipants(named.length)
          }}
        />
        <Form.Item label="参与人数" htmlFor="participants">
          <InputNumber
            id="participants"
            className="micro-wide"
            inputMode="numeric"
            min={0}
            max={10_000}
            precision={0}
            controls={false}
            value={participants}
            onChange={setParticipants}
          />
        </Form.Item>
        {renamed && (
          <Form.Item
            label="公示用名称"
            htmlFor="publicTitle"
            {...tellingHelp('项目名称', publicTitle || project.title)}
          >
            <Input
              id="publicTitle"
              placeholder="只写办了什么事，例如：修缮屋顶"
              maxLength={60}
              value={publicTitle}
              onChange={({ target }) => setPublicTitle(target.value)}
            />
          </Form.Item>
        )}
        <Form.Item label="完成情况" htmlFor="text" {...tellingHelp('完成情况', text)}>
          <Input.TextArea
            id="text"
            autoSize={{ minRows: 3 }}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
      </Form>
      <Refusal problem={complete.problem} />
      <Button size="large" type="primary" block loading={complete.running} onClick={run}>
        {known ? '保存更正' : '登记完工'}
      </Button>
    </Sheet>
  )
}
