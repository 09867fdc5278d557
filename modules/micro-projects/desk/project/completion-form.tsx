import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'

/** 登记完工: when, by how many, how it turned out; pictures and receipts are entered below. */
export const CompletionForm = ({ project }: { project: projectApi.ProjectView }) => {
  const { today } = useSession()
  const [finishedOn, setDay] = useState(today)
  const [participants, setParticipants] = useState<number | null>(null)
  const [text, setText] = useState('')
  const complete = useAction(projectApi.completeProject, { success: '已登记完工', quiet: true })
  const run = () =>
    complete.run({ params: { id: project.id }, body: { finishedOn, participants: participants ?? 0, text } })
  return (
    <Sheet title="登记完工" className="micro-act">
      <p>先在上面登记开支和票据、上传施工前后同一位置的照片，再登记完工。</p>
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
        <Form.Item label="完成情况" htmlFor="text">
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
        登记完工
      </Button>
    </Sheet>
  )
}
