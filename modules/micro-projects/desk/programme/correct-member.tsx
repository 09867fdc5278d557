import { Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { memberApi } from '../../shared/index.ts'

type CorrectMemberProps = { member: memberApi.ListedMember; onClose: () => void }

/** 更正: name, telephone and kind of a member, with the reason; the person stays the same. */
export const CorrectMember = ({ member, onClose }: CorrectMemberProps) => {
  const { name, party, representative } = member
  const before = { name, phone: member.phone ?? '', party, representative, reason: '' }
  const [value, setValue] = useState(before)
  const correct = useAction(memberApi.correctMember, { success: '已更正', quiet: true, onDone: onClose })
  const set = (part: Partial<typeof value>) => setValue({ ...value, ...part })
  const field = (key: 'name' | 'phone' | 'reason', label: string, maxLength: number) => (
    <Form.Item label={label} htmlFor={`member-${key}`}>
      <Input
        id={`member-${key}`}
        maxLength={maxLength}
        {...(key === 'phone' && { inputMode: 'tel' as const })}
        value={value[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </Form.Item>
  )
  const nothing = !(value.party || value.representative)
  return (
    <Modal
      open
      title={`更正${name}的登记`}
      okText="保存"
      okButtonProps={{ disabled: value.name.trim() === '' || value.reason.trim() === '' || nothing }}
      confirmLoading={correct.running}
      onOk={() => correct.run({ params: { id: member.id }, body: { ...value, phone: value.phone.trim() || null } })}
      onCancel={onClose}
    >
      <p>
        只更正同一个人的登记：姓名和手机号码一次改一项。换了人的，请移出后另行登记。已提交的申报表和已签发的公示不变。
      </p>
      {correct.problem && <ProblemNotice problem={correct.problem} />}
      <Form layout="vertical">
        {field('name', '姓名', 50)}
        {field('phone', '手机号码（选填）', 11)}
        <Kinds value={value} onChange={set} />
        {field('reason', '更正原因', 200)}
      </Form>
    </Modal>
  )
}

type Kind = { party: boolean; representative: boolean }
type KindsProps = { value: Kind; onChange: (part: Partial<Kind>) => void }

/** Party member, representative, or both. */
export const Kinds = ({ value, onChange }: KindsProps) => (
  <Form.Item label="身份（可以都选）">
    <Checkbox checked={value.party} onChange={({ target }) => onChange({ party: target.checked })}>
      党员
    </Checkbox>
    <Checkbox checked={value.representative} onChange={({ target }) => onChange({ representative: target.checked })}>
      村（居）民代表
    </Checkbox>
  </Form.Item>
)
