import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { acceptedFiles, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { ProblemNotice, Uploader, useAction } from '#platform/ui/desk/index.ts'
import { itemsOf } from '../shared/content.ts'
import type { Notice } from '../shared/notice-api.ts'
import { enterObjection } from '../shared/objection-api.ts'
import { objectionChannels } from '../shared/states.ts'

type Values = {
  channel: 'letter' | 'call' | 'visit'
  itemKey?: string
  anonymous: boolean
  name?: string
  phone?: string
  words: string
}

/** 代录: an objection that came by letter, call or visit, with its scan. */
export const EnterObjection = ({ notice }: { notice: Notice }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>代录异议</Button>
      {open && <EntryDialog notice={notice} onClose={() => setOpen(false)} />}
    </>
  )
}

const EntryDialog = ({ notice, onClose }: { notice: Notice; onClose: () => void }) => {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<StoredFile[]>([])
  const [receipt, setReceipt] = useState<string>()
  const { run, running, problem } = useAction(enterObjection, {
    quiet: true,
    onDone: answer => setReceipt(answer.receipt),
  })
  const save = (values: Values) =>
    run({ params: { id: notice.id }, body: { ...values, evidence: files.map(file => file.key) } })
  if (receipt)
    return (
      <Modal open title="已登记" footer={<Button onClick={onClose}>关闭</Button>} onCancel={onClose}>
        <p>
          回执号 <b className="num">{receipt}</b>，请告知来信、来电或来访人。
        </p>
      </Modal>
    )
  return (
    <Modal
      open
      title="代录来信、来电、来访的异议"
      okText="登记"
      confirmLoading={running}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <EntryForm form={form} notice={notice} onFinish={save} />
      <Uploader
        endpoint={uploadFile}
        accept={acceptedFiles}
        multiple
        label="上传来信扫描件或证据"
        onUploaded={file => setFiles(before => [...before, file])}
      />
      <ul>
        {files.map(file => (
          <li key={file.key}>{file.name}</li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
    </Modal>
  )
}

type EntryFormProps = {
  form: ReturnType<typeof Form.useForm<Values>>[0]
  notice: Notice
  onFinish: (values: Values) => void
}

const channels = (['letter', 'call', 'visit'] as const).map(value => ({ value, label: objectionChannels[value] }))

const EntryForm = ({ form, notice, onFinish }: EntryFormProps) => {
  const anonymous = Form.useWatch('anonymous', form)
  const needed = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ channel: 'letter', anonymous: false }}
      onFinish={onFinish}
    >
      <Form.Item name="channel" label="方式">
        <Radio.Group options={channels} />
      </Form.Item>
      <Form.Item name="itemKey" label="反映对象" extra="不选就是对整份名单。">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={itemsOf(notice.content).map(({ key, name, unit }) => ({ value: key, label: `${name}（${unit}）` }))}
        />
      </Form.Item>
      <Form.Item name="anonymous" label="反映人">
        <Radio.Group
          options={[
            { value: false, label: '实名' },
            { value: true, label: '匿名（须有具体线索）' },
          ]}
        />
      </Form.Item>
      {!anonymous && (
        <>
          <Form.Item name="name" label="姓名" rules={needed('请填写姓名')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="phone" label="电话" rules={needed('请填写电话')}>
            <Input maxLength={20} />
          </Form.Item>
        </>
      )}
      <Form.Item name="words" label="反映的情况" rules={needed('请写明反映的情况')}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} />
      </Form.Item>
    </Form>
  )
}
