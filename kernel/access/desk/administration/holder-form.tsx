import { Form, Input, Modal } from 'antd'
import { useFindings } from '#kernel/units/desk/index.tsx'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { addHolder, editPerson, type IssuedPassword } from '../../shared/administration-api.ts'

const PersonFields = () => (
  <>
    <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请输入姓名' }]}>
      <Input maxLength={50} autoComplete="off" />
    </Form.Item>
    <Form.Item name="phone" label="电话" extra="手机号，或带区号的固定电话；只有管理员看得到">
      <Input inputMode="tel" maxLength={20} autoComplete="off" />
    </Form.Item>
  </>
)

type NewHolder = { name: string; phone?: string; login: string }
type AddHolderProps = {
  post: { id: number; title: string }
  rank: 'A' | 'B'
  onClose: () => void
  onIssued: (issued: IssuedPassword) => void
}

/** A new person, with an account, on a vacant place. */
export const AddHolder = ({ post, rank, onClose, onIssued }: AddHolderProps) => {
  const [form] = Form.useForm<NewHolder>()
  const add = useAction(addHolder, { quiet: true, onDone: onIssued })
  useFindings(form, add.problem)
  const save = async ({ phone, ...person }: NewHolder) => {
    await add.run({ params: { id: post.id }, body: { ...person, phone: phone ?? null, rank } })
  }
  return (
    <Modal
      open
      title={`“${post.title}”${rank}角：新增人员`}
      okText="新增并生成初始密码"
      onOk={form.submit}
      confirmLoading={add.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {add.problem && <ProblemNotice problem={add.problem} />}
      <Form form={form} layout="vertical" onFinish={save}>
        <PersonFields />
        <Form.Item
          name="login"
          label="账号"
          extra="登录用，字母开头，可用字母、数字、“.”“-”“_”"
          rules={[{ required: true, message: '请输入账号' }]}
        >
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

type EditPersonProps = { person: { personId: number; name: string; phone: string | null }; onClose: () => void }

export const EditPerson = ({ person, onClose }: EditPersonProps) => {
  const [form] = Form.useForm<{ name: string; phone?: string }>()
  const edit = useAction(editPerson, { quiet: true, success: '已保存', onDone: onClose })
  useFindings(form, edit.problem)
  const save = async ({ name, phone }: { name: string; phone?: string }) => {
    await edit.run({ params: { id: person.personId }, body: { name, phone: phone ?? null } })
  }
  return (
    <Modal
      open
      title={`修改“${person.name}”的信息`}
      okText="保存"
      onOk={form.submit}
      confirmLoading={edit.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {edit.problem && <ProblemNotice problem={edit.problem} />}
      <Form form={form} layout="vertical" initialValues={person} onFinish={save}>
        <PersonFields />
      </Form>
    </Modal>
  )
}
