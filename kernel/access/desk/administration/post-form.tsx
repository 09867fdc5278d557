import { Checkbox, Form, Input, Modal } from 'antd'
import { useFindings } from '#kernel/units/desk/index.tsx'
import type { UnitPost } from '#kernel/units/shared/index.ts'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { addUnitPost, editPost } from '../../shared/administration-api.ts'
import { type Role, roles } from '../../shared/roles.ts'

type Fields = { title: string; roles: Role[] }
const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))

type PostFormProps = { unitId: number; post?: UnitPost; onClose: () => void }

/** Adds a post, or changes its name and roles. */
export const PostForm = ({ unitId, post, onClose }: PostFormProps) => {
  const [form] = Form.useForm<Fields>()
  const options = { quiet: true, success: '已保存', onDone: onClose }
  const add = useAction(addUnitPost, options)
  const edit = useAction(editPost, options)
  const problem = post ? edit.problem : add.problem
  useFindings(form, problem)
  const save = async (fields: Fields) => {
    if (post) await edit.run({ params: { id: post.id }, body: { ...fields, active: post.active } })
    else await add.run({ params: { id: unitId }, body: fields })
  }
  return (
    <Modal
      open
      title={post ? '修改岗位' : '新增岗位'}
      okText="保存"
      onOk={form.submit}
      confirmLoading={add.running || edit.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ title: post?.title ?? '', roles: post?.roles ?? [] }}
        onFinish={save}
      >
        <Form.Item
          name="title"
          label="岗位名称"
          rules={[{ required: true, message: '请输入岗位名称，如“办公室经办”' }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label="角色" extra="角色的范围是本单位和下级单位；改动立即生效，包括已登录的人">
          <Checkbox.Group options={roleOptions} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
