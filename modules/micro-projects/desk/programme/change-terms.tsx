import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { type Programme, programmeApi } from '../../shared/index.ts'

type ChangeTermsProps = { id: number; programme: Programme }

/** What may change while the year runs, with the reason; everything else stands since the start. */
export const ChangeTerms = (props: ChangeTermsProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>更改监督单位、电话或批准会议</Button>
      {open && <ChangeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const ChangeDialog = ({ id, programme, onClose }: ChangeTermsProps & { onClose: () => void }) => {
  const { supervisor, supervisorPhone, meetingBody } = programme
  const before = { supervisor, supervisorPhone: supervisorPhone ?? '', meetingBody }
  const [value, setValue] = useState({ ...before, reason: '' })
  const change = useAction(programmeApi.changeProgramme, { success: '已更改', quiet: true, onDone: onClose })
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
    const next = { ...programme, ...terms, supervisorPhone: terms.supervisorPhone.trim() || null }
    return change.run({ params: { id }, body: { programme: next, reason } })
  }
  const needed = [
    value.supervisor,
    value.meetingBody,
    value.reason,
    ...(supervisorPhone ? [value.supervisorPhone] : []),
  ]
  const complete = needed.every(text => text.trim() !== '')
  const same = (Object.keys(before) as (keyof typeof before)[]).every(key => value[key].trim() === before[key])
  return (
    <Modal
      open
      title="更改年度活动"
      okText="保存"
      okButtonProps={{ disabled: !complete || same }}
      confirmLoading={change.running}
      onOk={save}
      onCancel={onClose}
    >
      <p>
        额度、户数、开支类别和程序自启动之日起不再更改。更改前的内容和原因列在“更改记录”里。监督单位和电话印在新的公示上；已经签发的公示不变。
      </p>
      <Form layout="vertical">
        {field('supervisor', '监督单位', 60)}
        {field('supervisorPhone', '监督电话', 40)}
        {field('meetingBody', '批准会议', 60)}
        {field('reason', '更改原因', 200)}
      </Form>
      {change.problem && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
