import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi, type Step, steps, yuan } from '../../shared/index.ts'
import { AmountField } from '../money/amount-field.tsx'
import { Refusal } from '../refusal.tsx'
import { Doubts } from './doubts.tsx'

type Props = { project: projectApi.ProjectView; step: Step; onDone: () => void }

/** The step that waits for whoever looks. */
export const StepPanel = ({ project, step, onDone }: Props) => {
  if (step === 'meeting')
    return (
      <Sheet title={steps.meeting}>
        <p>
          这个项目等待会议研究，请在<Link to="/micro/meetings">会议研究</Link>中与其他项目一并登记。
        </p>
      </Sheet>
    )
  if (step === 'acceptance') return <AcceptanceForm project={project} onDone={onDone} />
  return <Decision project={project} step={step} onDone={onDone} />
}

type Decision = Props & { step: Exclude<Step, 'meeting' | 'acceptance'> }

/** Yes, back to the village, or no; the reason is asked for where it is not a yes. */
const Decision = ({ project, step, onDone }: Decision) => {
  const [comment, setComment] = useState('')
  const [fen, setFen] = useState<number | undefined>(project.askedFen)
  const take = useAction(projectApi.takeStep, { success: '已办理', quiet: true, onDone })
  const unfixed = step === 'amount' && !fen
  const queries = useQueryClient()
  const run = async (outcome: 'pass' | 'return' | 'reject') => {
    const { id, revision } = project
    const body = { step, revision, outcome, comment, ...(step === 'amount' && outcome === 'pass' && { fen }) }
    // What was refused may have been changed by others meanwhile: the page then shows what stands now.
    if (!(await take.run({ params: { id }, body }))) await queries.invalidateQueries()
  }
  return (
    <Sheet title={steps[step]} className="micro-act">
      {step === 'office' && !take.problem?.findings && <Doubts projectId={project.id} />}
      <Form layout="vertical">
        {step === 'amount' && (
          <AmountField
            id="fen"
            label="核定金额"
            fen={fen}
            onChange={setFen}
            extra={`申请${yuan(project.askedFen)}元，核定不超过申请。`}
          />
        )}
        <Form.Item
          label="意见"
          htmlFor="comment"
          extra={
            step === 'office' ? '退回、不同意，或者有情况要核对而同意的，请写明。' : '退回或者不同意的，请写明原因。'
          }
        >
          <Input.TextArea
            id="comment"
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
        </Form.Item>
      </Form>
      <Refusal problem={take.problem} />
      <div className="micro-walk">
        <Button size="large" type="primary" disabled={unfixed} loading={take.running} onClick={() => run('pass')}>
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

/** 附件3's words, signed for the village. */
const AcceptanceForm = ({ project, onDone }: Omit<Props, 'step'>) => {
  const [text, setText] = useState(project.acceptance?.text ?? project.completion?.text ?? '')
  const fill = useAction(projectApi.fillAcceptance, { success: '验收表已填报', quiet: true, onDone })
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
      <Refusal problem={fill.problem} />
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
