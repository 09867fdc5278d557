import { Button, DatePicker, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { reviewApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'

type Props = { params: { id: number; stage: string; nominationId: number }; name: string }

/** 退回这一个: a comment a line, with its deadline; the unit's other nominees stay as they are. */
export const ReturnDialog = ({ params, name }: Props) => {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<string>()
  const giveBack = useAction(reviewApi.returnNominee, { success: '已退回推荐单位修改', onDone: () => setOpen(false) })
  const items = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(comment => ({ comment }))
  return (
    <>
      <Button onClick={() => setOpen(true)}>退回修改</Button>
      {open && (
        <Modal
          open
          title={`退回“${name}”`}
          okText="退回"
          okButtonProps={{ disabled: items.length === 0 || !dueOn }}
          confirmLoading={giveBack.running}
          onOk={() => giveBack.run({ params, body: { dueOn: dueOn!, items } })}
          onCancel={() => setOpen(false)}
          mask={{ closable: false }}
        >
          <p>只退回这一个，本单位其他推荐对象不受影响。重报并接收后继续审核。</p>
          <Labelled label="修改意见（一行一条）">
            <Input.TextArea value={text} rows={4} onChange={({ target }) => setText(target.value)} />
          </Labelled>
          <Labelled label="重报期限">
            <DatePicker value={dueOn ? dayjs(dueOn) : null} onChange={day => setDueOn(day?.format('YYYY-MM-DD'))} />
          </Labelled>
        </Modal>
      )}
    </>
  )
}
