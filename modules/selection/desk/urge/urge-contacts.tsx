import { App, Button } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { copyText, useAction } from '#platform/ui/desk/index.ts'
import { urgingApi } from '../../shared/index.ts'
import type { Urging } from './urge-words.ts'

type Contact = AnswerOf<typeof urgingApi.listContacts>['contacts'][number]

/** Telephone list of the chosen units' clerks; shown on request, which is recorded. */
export const UrgeContacts = ({ campaignId, urging }: { campaignId: number; urging: Urging }) => {
  const [contacts, setContacts] = useState<Contact[]>()
  const { message } = App.useApp()
  const show = useAction(urgingApi.listContacts, { changes: [], onDone: answer => setContacts(answer.contacts) })
  const submissionIds = urging.units.map(({ submissionId }) => submissionId)
  const listed = contacts?.filter(contact => submissionIds.includes(contact.submissionId))
  if (!listed)
    return (
      <p className="urge-acts">
        <Button
          type="primary"
          loading={show.running}
          disabled={submissionIds.length === 0}
          onClick={() => show.run({ params: { id: campaignId }, body: { submissionIds } })}
        >
          查看电话名单
        </Button>
        <span>姓名和电话属个人信息，查看会留下记录，只用于联系工作。</span>
      </p>
    )
  const copy = async () => {
    const lines = listed.map(({ unitName, name, phone }) => `${unitName} ${name} ${phone ?? '未登记电话'}`)
    if (await copyText(lines.join('\n'))) message.success('已复制')
  }
  return (
    <>
      <p className="urge-acts">
        <Button onClick={copy}>复制名单</Button>
      </p>
      <ul className="contacts num">
        {listed.map(({ submissionId, unitName, post, name, phone, rank }) => (
          <li key={`${submissionId}|${post}|${rank}`}>
            <b>{unitName}</b>
            <span>
              {name}（{post}
              {rank === 'B' && '，B角'}）
            </span>
            {phone ? <a href={`tel:${phone}`}>{phone}</a> : <span>未登记电话</span>}
          </li>
        ))}
      </ul>
      {listed.length === 0 && <p>这些单位还没有经办人账号，请先在“单位与人员”中设置。</p>}
    </>
  )
}
