import { Form, Input, Modal } from 'antd'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { handOver } from '../shared/api.ts'

export type HandoverPost = { id: number; title: string; unitName: string; rank: 'A' | 'B'; holder: string }
type Fields = { toLogin: string; note?: string }

type HandoverDialogProps = { post: HandoverPost; onClose: () => void; onDone?: () => void }

/** 工作移交: the post goes to another person, with all its drafts and tasks, in one act. */
export const HandoverDialog = ({ post, onClose, onDone }: HandoverDialogProps) => {
  const [form] = Form.useForm<Fields>()
  const act = useAction(handOver, { quiet: true, success: '已移交', onDone: onDone ?? onClose })
  const save = async ({ toLogin, note = '' }: Fields) => {
    await act.run({ params: { id: post.id }, body: { rank: post.rank, toLogin, note } })
  }
  return (
    <Modal
      open
      title="工作移交"
      okText="移交"
      onOk={form.submit}
      confirmLoading={act.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {act.problem && <ProblemNotice problem={act.problem} />}
      <p>
        {post.unitName}“{post.title}”{post.rank}角，现由{post.holder}担任。岗位上的草稿和待办都随岗位交给接手人；
        {post.holder}立即失去这个岗位，已登录的也会退出。移交记入审计。
      </p>
      <Form form={form} layout="vertical" onFinish={save}>
        <Form.Item name="toLogin" label="接手人的账号" rules={[{ required: true, message: '请输入接手人的账号' }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="移交说明" extra="需要交代的事项，可不填">
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
