import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePermission } from '#kernel/access/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'

type Start = AnswerOf<typeof projectApi.startingPoints>

/** 申报项目: who leads and what it is called; everything else is asked step by step afterwards. */
const NewPage = () => {
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="申报微实事" narrow>
      <Sheet>
        <Answered of={start}>{data => <Begin start={data} />}</Answered>
      </Sheet>
    </Page>
  )
}

const Begin = ({ start }: { start: Start }) => {
  const navigate = useNavigate()
  // A representative leads what he proposes; the village's staff propose for anyone on the list.
  const forOthers = usePermission('village-staff')
  const own = start.members.find(({ mine }) => mine)
  const [programmeId, setProgramme] = useState(start.programmes[0]?.id)
  const [leadId, setLead] = useState(own?.id)
  const [title, setTitle] = useState('')
  const create = useAction(projectApi.createProject, {
    onDone: ({ id }) => navigate(`/micro/projects/${id}`, { replace: true }),
  })
  if (programmeId === undefined)
    return <EmptyState title="今年的活动还没有启动" hint="街道启动年度活动后就可以申报。" />
  if (start.members.length === 0)
    return <EmptyState title="还没有登记党员和村（居）民代表" hint="请村（社区）工作人员在“党员和代表”中登记。" />
  if (!forOthers && !own)
    return (
      <EmptyState
        title="您的账号还没有关联到名册"
        hint="请村（社区）工作人员在“党员和代表”中登记您，并关联您的账号。"
      />
    )
  const leads = forOthers ? start.members : start.members.filter(({ mine }) => mine)
  const missing = leadId === undefined || title.trim() === ''
  const begin = () => leadId !== undefined && create.run({ body: { programmeId, leadId, title, brief: {}, lines: [] } })
  return (
    <Form layout="vertical" onFinish={begin}>
      {start.programmes.length > 1 && (
        <Form.Item label="活动" htmlFor="programme">
          <Select
            id="programme"
            value={programmeId}
            options={start.programmes.map(({ id, programme }) => ({
              value: id,
              label: `${programme.year}年“${programme.title}”`,
            }))}
            onChange={setProgramme}
          />
        </Form.Item>
      )}
      <Form.Item label="牵头党员、村（居）民代表" htmlFor="lead">
        <Select
          id="lead"
          showSearch={{ optionFilterProp: 'label' }}
          value={leadId}
          placeholder="请选择"
          options={leads.map(({ id, name, party, representative }) => ({
            value: id,
            label: `${name}（${[party && '党员', representative && '代表'].filter(Boolean).join('、')}）`,
          }))}
          onChange={setLead}
        />
      </Form.Item>
      <Form.Item label="打算办件什么实事" htmlFor="title" extra="一句话，例如“修补村口到小学的路肩”。">
        <Input id="title" value={title} maxLength={60} showCount onChange={({ target }) => setTitle(target.value)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block disabled={missing} loading={create.running}>
        开始填写
      </Button>
    </Form>
  )
}

export default NewPage
