import { Button, Form, Input, Radio } from 'antd'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { concludeObjection, type Objection } from '../shared/objection-api.ts'
import { type ObjectionOutcome, objectionOutcomes } from '../shared/states.ts'

type Values = { outcome: ObjectionOutcome; conclusion: string; publicReply?: string }

const outcomes = Object.entries(objectionOutcomes).map(([value, label]) => ({ value, label }))

/** The written conclusion; until it is there the name cannot leave the stage. */
export const ConclusionForm = ({ objection }: { objection: Objection }) => {
  const { run, running, problem } = useAction(concludeObjection, { success: '已办结', quiet: true })
  return (
    <Form<Values> layout="vertical" onFinish={body => run({ params: { id: objection.id }, body })}>
      <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Radio.Group options={outcomes} />
      </Form.Item>
      <Form.Item
        name="conclusion"
        label="书面结论"
        extra="只在工作台留存。办结后不能再改。"
        rules={[{ required: true, whitespace: true, message: '请填写书面结论' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="publicReply" label="给反映人的答复" extra="凭回执号可以看到，不要写其他人的情况。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} showCount />
      </Form.Item>
      {problem && <ProblemNotice problem={problem} />}
      <Button type="primary" htmlType="submit" loading={running}>
        办结
      </Button>
    </Form>
  )
}
