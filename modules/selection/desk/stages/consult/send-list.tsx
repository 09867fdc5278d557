import { Input } from 'antd'
import { useState } from 'react'
import { ConfirmAction, ProblemNotice, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { type Consultation, sendConsultation } from '../../../stages/consult/shared/api.ts'
import { Labelled } from '../../labelled.tsx'

type Props = { params: { id: number; stage: string }; consultation: Consultation }

/** The unit's list as it stands now, to be sent; sent again, it takes the place of the earlier one. */
export const SendList = ({ params, consultation: { current, sent } }: Props) => {
  const [note, setNote] = useState('')
  const send = useAction(sendConsultation, { success: '已报送', quiet: true })
  const changed =
    sent && current.map(each => each.nominationId).join() !== sent.names.map(each => each.nominationId).join()
  return (
    <Sheet title={sent ? '重新报送' : '报送初步名单'}>
      {send.problem && <ProblemNotice problem={send.problem} />}
      {sent && <p>{changed ? '名单与上次报送的不同，可以重新报送。' : '名单没有变动，不必重新报送。'}</p>}
      <p className="num">
        现有{current.length}个推荐对象：{current.map(({ name }) => name).join('、') || '（尚未填写）'}
      </p>
      <Labelled label="附言（可不填）">
        <Input.TextArea value={note} maxLength={1000} autoSize onChange={event => setNote(event.target.value)} />
      </Labelled>
      <ConfirmAction
        label={sent ? '重新报送' : '报送'}
        title="报送初步推荐对象名单？"
        button={{ type: sent ? 'default' : 'primary', disabled: current.length === 0, style: { marginTop: 12 } }}
        onConfirm={() => send.run({ params, body: { ...(note.trim() && { note }) } })}
      >
        <p>主办单位将看到姓名、单位职务和排序，看不到表格内容。</p>
      </ConfirmAction>
    </Sheet>
  )
}
