import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { usePermission } from '#kernel/access/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  Answered,
  ConfirmAction,
  EmptyState,
  Page,
  ProblemNotice,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { memberApi, projectApi } from '../../shared/index.ts'
import '../micro.css'

type Members = AnswerOf<typeof projectApi.startingPoints>['members']

const nobody = { name: '', phone: '', party: false, representative: true }

/** 党员和代表: who may lead and sign in the own village; whoever is both stands once. */
const MembersPage = () => {
  const enters = usePermission('village-staff')
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="党员和代表" meta={start.data?.villages.length === 1 && start.data.villages[0]?.name} narrow>
      <Answered of={start}>
        {({ villages, members }) =>
          enters && villages[0] ? (
            <>
              <AddMember villageId={villages[0].id} members={members} />
              <List members={members} />
            </>
          ) : (
            <EmptyState title="名册由村（社区）工作人员登记" hint="每村（社区）一份，登记在册的可以牵头项目、签名。" />
          )
        }
      </Answered>
    </Page>
  )
}

const List = ({ members }: { members: Members }) => {
  const party = members.filter(member => member.party).length
  const representatives = members.filter(member => member.representative).length
  return (
    <Sheet
      title="名册"
      extra={
        <span className="num">
          {members.length}名，其中党员{party}名、代表{representatives}名
        </span>
      }
    >
      {members.length === 0 && <EmptyState title="还没有登记" hint="登记以后可以牵头项目、签名，并有年度额度。" />}
      <ul className="micro-batch">
        {members.map(member => (
          <Line key={member.id} member={member} />
        ))}
      </ul>
    </Sheet>
  )
}

const Line = ({ member }: { member: Members[number] }) => {
  const remove = useAction(memberApi.removeMember, { success: '已移出名册' })
  return (
    <li>
      <strong>{member.name}</strong>
      {member.party && <StateTag tone="near">党员</StateTag>}
      {member.representative && <StateTag tone="done">代表</StateTag>}
      <ConfirmAction
        label="移出"
        title={`将${member.name}移出名册？`}
        danger
        reason={{ label: '移出原因', required: true, hint: '例如：任期届满；姓名登记有误', maxLength: 200 }}
        onConfirm={reason => remove.run({ params: { id: member.id }, body: { reason } })}
      >
        移出后不再牵头和签名，已办的项目和签名保留。用同样的姓名、手机号码再登记一次，就恢复原来的登记。
      </ConfirmAction>
    </li>
  )
}

type AddProps = { villageId: number; members: Members }

const telephone = /^1[3-9]\d{9}$/

const AddMember = ({ villageId, members }: AddProps) => {
  const [value, setValue] = useState(nobody)
  const add = useAction(memberApi.addMember, { success: '已登记', quiet: true, onDone: () => setValue(nobody) })
  const set = (part: Partial<typeof nobody>) => setValue({ ...value, ...part })
  const { name, phone, party, representative } = value
  const wrong = phone.trim() !== '' && !telephone.test(phone.trim())
  const known = members.some(member => member.name === name.trim())
  return (
    <Sheet title="登记">
      <Form
        layout="vertical"
        onFinish={() =>
          add.run({ params: { id: villageId }, body: { name, phone: phone.trim() || null, party, representative } })
        }
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
        <Form.Item label="身份（可以都选）">
          <Checkbox checked={party} onChange={({ target }) => set({ party: target.checked })}>
            党员
          </Checkbox>
          <Checkbox checked={representative} onChange={({ target }) => set({ representative: target.checked })}>
            村（居）民代表
          </Checkbox>
        </Form.Item>
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

export default MembersPage
