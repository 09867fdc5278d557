import { Alert, Button, DatePicker, Form, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ConfirmAction, type DataColumn, DataTable, useAction } from '#platform/ui/desk/index.ts'
import { reviewApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'
import type { StageProps } from '../stage-props.ts'
import type { Review } from './review-types.ts'

type Expert = Review['experts'][number]
type Params = { id: number; stage: string }

/** The panel: who sits on it, how far each is, and a link for whoever has no account. */
export const Experts = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  const params = { id: campaignId, stage: stage.key }
  const editable = stage.permissions.run && stage.state === 'open'
  return (
    <>
      {editable && <AddExpert params={params} />}
      <DataTable
        name="selection.review.experts"
        columns={columnsFor(params, editable)}
        rows={review.experts}
        rowKey={({ id }) => String(id)}
        empty={{ title: '还没有评审专家', hint: `每个对象至少由${review.least ?? 1}名专家评分。` }}
      />
    </>
  )
}

const AddExpert = ({ params }: { params: Params }) => {
  const [form] = Form.useForm<{ name: string; unitName: string; phone?: string }>()
  const add = useAction(reviewApi.addExpert, { success: '已加入', onDone: () => form.resetFields() })
  return (
    <Form
      form={form}
      layout="inline"
      className="expert-form"
      onFinish={({ phone, ...expert }) => add.run({ params, body: { ...expert, ...(phone && { phone }) } })}
    >
      <Form.Item name="name" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input placeholder="专家姓名" aria-label="专家姓名" />
      </Form.Item>
      <Form.Item name="unitName" rules={[{ required: true, message: '请填写所在单位全称' }]}>
        <Input placeholder="所在单位全称，用于判断回避" aria-label="所在单位全称" style={{ width: 260 }} />
      </Form.Item>
      <Form.Item name="phone" rules={[{ pattern: /^1\d{10}$/, message: '请填写11位手机号码' }]}>
        <Input placeholder="手机号码" aria-label="手机号码" />
      </Form.Item>
      <Button htmlType="submit" loading={add.running}>
        增加专家
      </Button>
    </Form>
  )
}

const columnsFor = (params: Params, editable: boolean): DataColumn<Expert>[] => [
  { key: 'name', title: '姓名', always: true, render: ({ name }) => name },
  { key: 'unit', title: '单位', render: ({ unitName }) => unitName },
  {
    key: 'progress',
    title: '已提交',
    render: ({ finals, due }) => (
      <span className="num">
        {finals} / {due}
      </span>
    ),
  },
  {
    key: 'acts',
    title: '',
    always: true,
    render: expert =>
      editable && (
        <>
          {expert.postId === null && expert.phone && <SlipButton params={params} expert={expert} />}{' '}
          {expert.finals === 0 && <RemoveExpert params={params} expert={expert} />}
        </>
      ),
  },
]

const RemoveExpert = ({ params, expert }: { params: Params; expert: Expert }) => {
  const remove = useAction(reviewApi.removeExpert, { success: '已撤下' })
  return (
    <ConfirmAction
      label="撤下"
      title={`撤下专家“${expert.name}”？`}
      button={{ size: 'small' }}
      onConfirm={() => remove.run({ params: { ...params, expertId: expert.id } })}
    />
  )
}

/** The link is shown once; what is kept of it is only a fingerprint. */
const SlipButton = ({ params, expert }: { params: Params; expert: Expert }) => {
  const [open, setOpen] = useState(false)
  const [until, setUntil] = useState(() => dayjs().add(7, 'day').format('YYYY-MM-DD'))
  const [link, setLink] = useState<string>()
  const issue = useAction(reviewApi.issueExpertSlip, { onDone: answer => setLink(answer.link) })
  const expiresAt = `${until}T23:59:59+08:00`
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        评审链接
      </Button>
      {open && (
        <Modal
          open
          title={`给“${expert.name}”的评审链接`}
          okText={link ? '完成' : '生成链接'}
          confirmLoading={issue.running}
          onOk={() =>
            link ? setOpen(false) : issue.run({ params: { ...params, expertId: expert.id }, body: { expiresAt } })
          }
          onCancel={() => setOpen(false)}
          mask={{ closable: false }}
        >
          {link ? (
            <>
              <Alert type="warning" title="链接只显示这一次，请现在复制发给专家本人。打开时要凭短信验证码。" />
              <Input.TextArea readOnly autoSize value={link} aria-label="评审链接" />
            </>
          ) : (
            <Labelled label="有效期至">
              <DatePicker value={dayjs(until)} onChange={day => day && setUntil(day.format('YYYY-MM-DD'))} />
            </Labelled>
          )}
        </Modal>
      )}
    </>
  )
}
