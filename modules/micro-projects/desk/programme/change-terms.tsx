import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { type Programme, projectApi } from '../../shared/index.ts'

type ChangeTermsProps = { id: number; programme: Programme }

/** What may change while the year runs, with the reason; everything else stands since the start. */
export const ChangeTerms = (props: ChangeTermsProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>更改监督单位、批准会议</Button>
      {open && <ChangeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const ChangeDialog = ({ id, programme, onClose }: ChangeTermsProps & { onClose: () => void }) => {
  const { supervisor, meetingBody } = programme
  const [value, setValue] = useState({ supervisor, meetingBody, reason: '' })
  const change = useAction(projectApi.changeProgramme, { success: '已更改', quiet: true, onDone: onClose })
  const field = (key: keyof typeof value, label: string, maxLength: number) => (
    <Form.Item label={label} htmlFor={`terms-${key}`}>
      <Input
        id={`terms-${key}`}
        maxLength={maxLength}
        value={value[key]}
        onChange={({ target }) => setValue({ ...value, [key]: target.value })}
      />
    </Form.Item>
  )
  const save = () => {
    const { reason, ...terms } = value
    return change.run({ params: { id }, body: { programme: { ...programme, ...terms }, reason } })
  }
  const complete = Object.values(value).every(text => text.trim() !== '')
  return (
    <Modal
      open
      title="更改年度活动"
      okText="保存"
      okButtonProps={{ disabled: !complete || (value.supervisor === supervisor && value.meetingBody === meetingBody) }}
      confirmLoading={change.running}
      onOk={save}
      onCancel={onClose}
    >
      <p>额度、户数、开支类别和程序自启动之日起不再更改。更改前的内容和原因留有记录；已经张贴的公示不变。</p>
      <Form layout="vertical">
        {field('supervisor', '监督单位', 60)}
        {field('meetingBody', '批准会议', 60)}
        {field('reason', '更改原因', 200)}
      </Form>
      {change.problem && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
