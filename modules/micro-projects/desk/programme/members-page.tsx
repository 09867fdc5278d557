import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Answered, EmptyState, Page, ProblemNotice, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'
import '../micro.css'

const nobody = { name: '', phone: '', party: false, representative: true }

/** 党员和代表: who may lead and sign in the own village; whoever is both stands once. */
const MembersPage = () => {
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="党员和代表" narrow>
      <Answered of={start}>
        {({ villages, members }) => (
          <>
            {villages[0] && <AddMember villageId={villages[0].id} />}
            <Sheet title="名册" extra={<span className="num">{members.length}名</span>}>
              {members.length === 0 && (
                <EmptyState title="还没有登记" hint="登记以后可以牵头项目、签名，并有年度额度。" />
              )}
              <ul className="micro-batch">
                {members.map(({ id, name, party, representative }) => (
                  <li key={id}>
                    <strong>{name}</strong>
                    <span>{[party && '党员', representative && '代表'].filter(Boolean).join('、')}</span>
                  </li>
                ))}
              </ul>
            </Sheet>
          </>
        )}
      </Answered>
    </Page>
  )
}

const AddMember = ({ villageId }: { villageId: number }) => {
  const [value, setValue] = useState(nobody)
  const add = useAction(projectApi.addMember, { success: '已登记', quiet: true, onDone: () => setValue(nobody) })
  const set = (part: Partial<typeof nobody>) => setValue({ ...value, ...part })
  const { name, phone, party, representative } = value
  return (
    <Sheet title="登记">
      <Form
        layout="vertical"
        onFinish={() =>
          add.run({ params: { id: villageId }, body: { name, phone: phone.trim() || null, party, representative } })
        }
      >
        <Form.Item label="姓名" htmlFor="name">
          <Input id="name" maxLength={50} value={name} onChange={({ target }) => set({ name: target.value })} />
        </Form.Item>
        <Form.Item label="手机号码（选填）" htmlFor="phone">
          <Input
            id="phone"
            inputMode="tel"
            maxLength={11}
            value={phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
        </Form.Item>
        <Form.Item>
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
          disabled={name.trim() === '' || !(party || representative)}
          loading={add.running}
        >
          登记
        </Button>
      </Form>
    </Sheet>
  )
}

export default MembersPage
