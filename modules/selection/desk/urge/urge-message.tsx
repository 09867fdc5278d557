import { Alert, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { urgingApi } from '../../shared/index.ts'
import { type Urging, urgeMessage } from './urge-words.ts'

/** In-app message, and SMS if wanted, to the clerks of the chosen units; edited before it goes, kept on record. */
export const UrgeMessage = ({ campaignId, urging }: { campaignId: number; urging: Urging }) => {
  const drafted = urgeMessage(urging)
  const [subject, setSubject] = useState<string>()
  const [body, setBody] = useState<string>()
  const [sms, setSms] = useState(false)
  const [outcome, setOutcome] = useState<string>()
  const send = useAction(urgingApi.urgeUnits, {
    changes: [],
    onDone: ({ units, posts, unreached }) =>
      setOutcome(
        `已通知${units}个单位的${posts}个岗位${sms ? '，短信排队发送中' : ''}。${unreached.length > 0 ? `没有经办人、未通知到：${unreached.join('、')}。` : ''}`,
      ),
  })
  const words = { subject: subject ?? drafted.subject, body: body ?? drafted.body }
  const submissionIds = urging.units.map(({ submissionId }) => submissionId)
  return (
    <div className="urge-message">
      <Input
        aria-label="标题"
        value={words.subject}
        maxLength={100}
        onChange={({ target }) => setSubject(target.value)}
      />
      <Input.TextArea
        aria-label="内容"
        value={words.body}
        maxLength={500}
        showCount
        autoSize={{ minRows: 3 }}
        onChange={({ target }) => setBody(target.value)}
      />
      <Checkbox checked={sms} onChange={({ target }) => setSms(target.checked)}>
        同时发短信给第一经办人
      </Checkbox>
      <p className="urge-acts">
        <Button
          type="primary"
          loading={send.running}
          disabled={submissionIds.length === 0 || outcome !== undefined}
          onClick={() => send.run({ params: { id: campaignId }, body: { submissionIds, ...words, sms } })}
        >
          发给{submissionIds.length}个单位
        </Button>
        <span>内容和收件单位会留下记录。</span>
      </p>
      {outcome && <Alert type="success" showIcon title={outcome} />}
    </div>
  )
}
