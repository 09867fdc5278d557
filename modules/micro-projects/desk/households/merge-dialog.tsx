import { Form, Input, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type householdApi as Api, householdApi } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'

type MergeDialogProps = { row: Api.ListedHousehold; villageId: number; onClose: () => void }

/** 合并: which household this one is the same as; the other stays and gets what this one has signed. */
export const MergeDialog = ({ row, villageId, onClose }: MergeDialogProps) => {
  const [words, setWords] = useState('')
  const [intoId, setIntoId] = useState<number>()
  const [reason, setReason] = useState('')
  const asked = { params: { id: villageId }, query: { words: useDeferredValue(words) } }
  const found = useEndpoint(householdApi.listHouseholds, asked, { keepPrevious: true })
  const merge = useAction(householdApi.mergeHousehold, { success: '已合并', quiet: true, onDone: onClose })
  const options = (found.data?.rows ?? [])
    .filter(({ id }) => id !== row.id)
    .map(({ id, head, door, phone }) => ({ value: id, label: [head, door, phone].filter(Boolean).join(' ') }))
  return (
    <Modal
      open
      title={`${row.head}户与另一户是同一户`}
      okText="合并"
      okButtonProps={{ danger: true, disabled: intoId === undefined || reason.trim() === '' }}
      confirmLoading={merge.running}
      onOk={() => intoId !== undefined && merge.run({ params: { id: row.id }, body: { intoId, reason } })}
      onCancel={onClose}
    >
      <p>本户的签名归到保留的一户；两户都签过的项目只保留一个签名。合并后不能恢复。</p>
      <Form layout="vertical">
        <Form.Item label="保留哪一户" htmlFor="merge-into">
          <Select
            id="merge-into"
            showSearch={{ filterOption: false, onSearch: setWords }}
            placeholder="输入户主姓名、门牌号或手机号码"
            {...(intoId !== undefined && { value: intoId })}
            options={options}
            onChange={setIntoId}
          />
        </Form.Item>
        <Form.Item label="原因" htmlFor="merge-reason">
          <Input.TextArea
            id="merge-reason"
            maxLength={200}
            autoSize
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      <Refusal problem={merge.problem} />
    </Modal>
  )
}
