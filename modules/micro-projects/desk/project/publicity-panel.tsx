import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { ConfirmAction, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'

type Props = { project: projectApi.ProjectView }

const waits: Record<string, string> = {
  'in-review': '公示已拟好，等待村（社区）党组织审核。',
  approved: '公示已审核，等待党建办签发上网。',
}

/** 完工公示: on the site by three people, and on the wall of the service centre. */
export const PublicityPanel = ({ project }: Props) => {
  const { notice, permissions } = project
  const unwritten = notice === null || notice.state === 'draft'
  return (
    <Sheet title="完工公示" className="micro-act">
      {notice?.state === 'issued' && (
        <p>
          网上公示：{notice.status}，<a href={`/notices/${notice.code}`}>打开公示</a>。
        </p>
      )}
      {notice && waits[notice.state] && (
        <p>
          {waits[notice.state]}全文见
          <a href={`/api/micro/projects/${project.id}/papers/notice/pdf`} target="_blank" rel="noreferrer">
            附件2（PDF）
          </a>
          。
        </p>
      )}
      {notice?.returnComment && <p role="alert">退回修改：{notice.returnComment}</p>}
      {permissions.publish && unwritten && <Draft project={project} />}
      {permissions.approveNotice && notice?.state === 'in-review' && <Approve project={project} />}
      {permissions.issueNotice && notice?.state === 'approved' && <Issue project={project} />}
      <Posted project={project} />
    </Sheet>
  )
}

const Draft = ({ project }: Props) => {
  const publish = useAction(projectApi.publishProject, { success: '公示已送审' })
  return (
    <Button
      type="primary"
      size="large"
      block
      loading={publish.running}
      onClick={() => publish.run({ params: { id: project.id }, body: {} })}
    >
      拟写公示并送审
    </Button>
  )
}

const Approve = ({ project: { id, revision } }: Props) => {
  const [checked, setChecked] = useState(false)
  const approve = useAction(projectApi.approveNotice, { success: '已审核' })
  const body = { revision, secrecyChecked: true as const }
  return (
    <>
      <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
        已核对，没有涉密和不宜公开的内容
      </Checkbox>
      <div className="micro-walk">
        <Button
          type="primary"
          size="large"
          disabled={!checked}
          loading={approve.running}
          onClick={() => approve.run({ params: { id }, body })}
        >
          审核通过
        </Button>
        <Return id={id} />
      </div>
    </>
  )
}

const Issue = ({ project: { id } }: Props) => {
  const issue = useAction(projectApi.issueNotice, { success: '已签发，公示开始' })
  return (
    <div className="micro-walk">
      <Button
        type="primary"
        size="large"
        loading={issue.running}
        onClick={() => issue.run({ params: { id }, body: {} })}
      >
        签发上网
      </Button>
      <Return id={id} />
    </div>
  )
}

const Return = ({ id }: { id: number }) => {
  const back = useAction(projectApi.returnNotice, { success: '已退回' })
  return (
    <ConfirmAction
      label="退回修改"
      title="退回公示"
      confirmLabel="退回修改"
      reason={{ label: '要修改什么', required: true }}
      onConfirm={comment => back.run({ params: { id }, body: { comment } })}
      button={{ size: 'large' }}
    />
  )
}

/** When the sheet went up on the wall; a photograph of it is uploaded among the pictures. */
const Posted = ({ project: { id, postedOn, permissions } }: Props) => {
  const { today } = useSession()
  const [day, setDay] = useState(postedOn ?? today)
  const post = useAction(projectApi.postNotice, { success: '已登记张贴', quiet: true })
  if (!permissions.post) return postedOn ? <p>党群服务中心张贴：{chineseDate(postedOn)}</p> : null
  return (
    <Form layout="vertical" className="micro-posted">
      <Form.Item
        label="党群服务中心张贴日期"
        htmlFor="postedOn"
        extra="打印公示，张贴后拍照上传到“照片—公示张贴”。网上和张贴都满期才能验收。"
      >
        <Input id="postedOn" type="date" max={today} value={day} onChange={({ target }) => setDay(target.value)} />
      </Form.Item>
      <Refusal problem={post.problem} />
      <Button loading={post.running} onClick={() => post.run({ params: { id }, body: { postedOn: day } })}>
        {postedOn ? '更改张贴日期' : '登记张贴'}
      </Button>
    </Form>
  )
}
