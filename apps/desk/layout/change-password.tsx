import { Form, Input, Modal } from 'antd'
import { changePassword } from '#kernel/access/shared/api.ts'
import { ProblemNotice } from '#platform/ui/desk/problem-notice.tsx'
import { useAction } from '#platform/ui/desk/use-action.ts'

type Passwords = { current: string; next: string; repeated: string }

type ChangePasswordProps = {
  onClose: () => void
  /** The password was given out by an administrator: it must be changed before anything else. */
  first?: boolean
}

const ChangePassword = ({ onClose, first = false }: ChangePasswordProps) => {
  const [form] = Form.useForm<Passwords>()
  const change = useAction(changePassword, { success: '密码已修改', quiet: true, onDone: onClose })
  return (
    <Modal
      open
      title={first ? '请先设置自己的密码' : '修改密码'}
      okText="修改"
      onOk={form.submit}
      confirmLoading={change.running}
      onCancel={onClose}
      {...(first && { closable: false, keyboard: false, cancelButtonProps: { style: { display: 'none' } } })}
      mask={{ closable: false }}
    >
      {change.problem && <ProblemNotice problem={change.problem} />}
      <Form<Passwords>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ current, next }) => change.run({ body: { current, next } })}
      >
        <Form.Item
          name="current"
          label={first ? '初始密码' : '现密码'}
          rules={[{ required: true, message: '请输入现密码' }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label="新密码"
          extra="至少10个字符，包含字母、数字、符号中的三类"
          rules={[{ required: true, message: '请输入新密码' }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="repeated" label="再输一遍新密码" dependencies={['next']} rules={[sameAsNext]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

const sameAsNext = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: (_: unknown, value: unknown) =>
    value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入的新密码不一样')),
})

export default ChangePassword
