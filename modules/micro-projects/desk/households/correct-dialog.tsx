import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { type householdApi as Api, signatureApi } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'

type CorrectDialogProps = { row: Api.ListedHousehold; onClose: () => void }

/** 更正: head, door and telephone of a household, for instance of a new head or a new number. */
export const CorrectDialog = ({ row, onClose }: CorrectDialogProps) => {
  const [value, setValue] = useState({ head: row.head, door: row.door, phone: row.phone ?? '' })
  const correct = useAction(signatureApi.correctHousehold, { success: '已更正', quiet: true, onDone: onClose })
  const field = (key: keyof typeof value, label: string, maxLength: number) => (
    <Form.Item label={label} htmlFor={`household-${key}`}>
      <Input
        id={`household-${key}`}
        maxLength={maxLength}
        value={value[key]}
        onChange={({ target }) => setValue({ ...value, [key]: target.value })}
      />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={`更正${row.head}户`}
      okText="保存"
      okButtonProps={{ disabled: !value.head.trim() || !(value.door.trim() || value.phone.trim()) }}
      confirmLoading={correct.running}
      onOk={() => correct.run({ params: { id: row.id }, body: { ...value, phone: value.phone.trim() || null } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {field('head', '户主姓名', 50)}
        {field('door', '门牌号', 60)}
        {field('phone', '手机号码（选填）', 11)}
      </Form>
      <Refusal problem={correct.problem} />
    </Modal>
  )
}
