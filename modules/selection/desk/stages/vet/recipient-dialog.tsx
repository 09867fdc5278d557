import { Alert, Button, DatePicker, Form, Input, Modal, Typography } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { UnitSelect } from '#kernel/units/desk/index.tsx'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import type { Department } from './departments.tsx'

/** How a department is reached: by the post of its unit, or by a link to one person's phone. */
export const RecipientDialog = ({ department, onClose }: { department: Department; onClose: () => void }) => {
  const params = { id: department.requestId! }
  const [unitId, setUnitId] = useState<number | undefined>(department.unit?.id)
  const assign = useAction(vetApi.setRecipient, { success: '已送达', onDone: onClose })
  return (
    <Modal open title={`送达${department.name}`} footer={null} onCancel={onClose}>
      <h3>由单位的岗位办理</h3>
      <p>该单位“审查部门”岗位的人登录后在待办中看到。</p>
      <UnitSelect {...(unitId !== undefined && { value: unitId })} onChange={setUnitId} />
      <Button
        style={{ marginTop: 8 }}
        disabled={unitId === undefined || unitId === department.unit?.id}
        loading={assign.running}
        onClick={() => assign.run({ params, body: { unitId: unitId! } })}
      >
        确定
      </Button>
      <h3 style={{ marginTop: 20 }}>发手机链接</h3>
      <SlipForm department={department} />
    </Modal>
  )
}

type Values = { holder: string; unitName: string; phone: string; validUntil: Dayjs }

const SlipForm = ({ department }: { department: Department }) => {
  const params = { id: department.requestId! }
  const [link, setLink] = useState<string>()
  const send = useAction(vetApi.sendSlip, { onDone: answer => setLink(answer.link) })
  const revoke = useAction(vetApi.revokeSlip, { success: '链接已收回' })
  const { slip } = department
  if (link)
    return (
      <Alert
        type="success"
        showIcon
        title="短信已发出，对方凭手机验证码进入"
        description={<Typography.Text copyable>{link}</Typography.Text>}
      />
    )
  return (
    <>
      {slip && (
        <p>
          已发给{slip.holder}（{slip.maskedPhone}）。重新发送后，原链接失效。
          <ConfirmAction
            label="收回"
            title="收回这个链接？"
            button={{ size: 'small' }}
            onConfirm={() => revoke.run({ params })}
          />
        </p>
      )}
      <Form<Values>
        layout="vertical"
        onFinish={({ validUntil, ...person }) =>
          send.run({ params, body: { ...person, validUntil: validUntil.format('YYYY-MM-DD') } })
        }
      >
        <Form.Item name="holder" label="联系人" rules={[{ required: true, message: '请填写联系人姓名' }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="unitName" label="单位" rules={[{ required: true, message: '请填写单位名称' }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="phone"
          label="手机"
          rules={[{ pattern: /^1\d{10}$/, required: true, message: '请填写11位手机号' }]}
        >
          <Input inputMode="numeric" maxLength={11} />
        </Form.Item>
        <Form.Item name="validUntil" label="有效期至" rules={[{ required: true, message: '请填写有效期' }]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={send.running}>
          {slip ? '重新发送' : '发送'}
        </Button>
      </Form>
    </>
  )
}
