import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ProblemNotice, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { memberApi } from '../../shared/index.ts'
import { Kinds } from './correct-member.tsx'

const nobody = { name: '', phone: '', party: false, representative: true }
const telephone = /^1[3-9]\d{9}$/

type AddMemberProps = { villageId: number; rows: memberApi.ListedMember[] }

/** 登记: somebody new on the list; whoever is on it already becomes both. */
export const AddMember = ({ villageId, rows }: AddMemberProps) => {
  const [value, setValue] = useState(nobody)
  const add = useAction(memberApi.addMember, { success: '已登记', quiet: true, onDone: () => setValue(nobody) })
  const set = (part: Partial<typeof nobody>) => setValue({ ...value, ...part })
  const { name, phone, party, representative } = value
  const wrong = phone.trim() !== '' && !telephone.test(phone.trim())
  const known = rows.some(row => row.name === name.trim())
  return (
    <Sheet title="登记">
      <Form
        layout="vertical"
        onFinish={() => add.run({ params: { id: villageId }, body: { ...value, phone: phone.trim() || null } })}
      >
        <Form.Item
          label="姓名"
          htmlFor="name"
          extra={known && '名册上已有同名的人。是同一个人的，手机号码要与原来登记的一致，不会重复登记。'}
        >
          <Input id="name" maxLength={50} value={name} onChange={({ target }) => set({ name: target.value })} />
        </Form.Item>
        <Form.Item
          label="手机号码（选填）"
          htmlFor="phone"
          {...(wrong && phone.length >= 11 && { validateStatus: 'error', help: '请填写11位手机号码' })}
        >
          <Input
            id="phone"
            inputMode="tel"
            maxLength={11}
            value={phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
        </Form.Item>
        <Kinds value={value} onChange={set} />
        {add.problem && <ProblemNotice problem={add.problem} />}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          disabled={name.trim() === '' || wrong || !(party || representative)}
          loading={add.running}
        >
          登记
        </Button>
      </Form>
    </Sheet>
  )
}
