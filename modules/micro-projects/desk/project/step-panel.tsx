import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemNotice, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi, type Step, steps, yuan } from '../../shared/index.ts'

type Props = { project: projectApi.ProjectView; step: Step }

/** The step that waits for whoever looks. */
export const StepPanel = ({ project, step }: Props) => {
  if (step === 'meeting')
    return (
      <Sheet title={steps.meeting}>
        <p>
          这个项目等待会议研究，请在<Link to="/micro/meetings">会议研究</Link>中与其他项目一并登记。
        </p>
      </Sheet>
    )
  if (step === 'acceptance') return <AcceptanceForm project={project} />
  return <Decision project={project} step={step} />
}

type Decision = { project: projectApi.ProjectView; step: Exclude<Step, 'meeting' | 'acceptance'> }

/** Yes, back to the village, or no; the reason is asked for where it is not a yes. */
const Decision = ({ project, step }: Decision) => {
  const [comment, setComment] = useState('')
  const [fen, setFen] = useState(project.askedFen)
  const take = useAction(projectApi.takeStep, { success: '已办理', quiet: true })
  const run = (outcome: 'pass' | 'return' | 'reject') =>
    take.run({
      params: { id: project.id },
      body: { step, outcome, comment, ...(step === 'amount' && outcome === 'pass' && { fen }) },
    })
  return (
    <Sheet title={steps[step]} className="micro-act">
      <Form layout="vertical">
        {step === 'amount' && (
          <Form.Item label="核定金额（元）" htmlFor="fen" extra={`申请${yuan(project.askedFen)}元，核定不超过申请。`}>
            <InputNumber
              id="fen"
              min={0.01}
              max={project.askedFen / 100}
              precision={2}
              value={fen / 100}
              onChange={value => setFen(Math.round((value ?? 0) * 100))}
            />
          </Form.Item>
        )}
        <Form.Item label="意见" htmlFor="comment" extra="退回或者不同意的，请写明原因。">
          <Input.TextArea
            id="comment"
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
        </Form.Item>
      </Form>
      {take.problem && <ProblemNotice problem={take.problem} />}
      <Findings findings={take.problem?.findings} />
      <div className="micro-walk">
        <Button size="large" type="primary" loading={take.running} onClick={() => run('pass')}>
          {step === 'committee' ? '验收合格' : '同意'}
        </Button>
        <Button size="large" disabled={comment.trim() === ''} onClick={() => run('return')}>
          {step === 'committee' ? '退回整改' : '退回修改'}
        </Button>
        {step !== 'committee' && step !== 'secretary' && (
          <Button size="large" danger disabled={comment.trim() === ''} onClick={() => run('reject')}>
            不同意
          </Button>
        )}
      </div>
    </Sheet>
  )
}

const Findings = ({ findings }: { findings?: { message: string }[] | undefined }) =>
  findings && findings.length > 1 ? (
    <ul>
      {findings.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  ) : null

/** 附件3's words, signed for the village. */
const AcceptanceForm = ({ project }: { project: projectApi.ProjectView }) => {
  const [text, setText] = useState(project.acceptance?.text ?? project.completion?.text ?? '')
  const fill = useAction(projectApi.fillAcceptance, { success: '验收表已填报', quiet: true })
  return (
    <Sheet title={steps.acceptance} className="micro-act">
      <Form layout="vertical">
        <Form.Item label="项目完成具体情况" htmlFor="text">
          <Input.TextArea
            id="text"
            autoSize={{ minRows: 3 }}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
      </Form>
      {fill.problem && <ProblemNotice problem={fill.problem} />}
      <Button
        size="large"
        type="primary"
        block
        loading={fill.running}
        onClick={() => fill.run({ params: { id: project.id }, body: { text } })}
      >
        同意并报街道验收
      </Button>
    </Sheet>
  )
}
