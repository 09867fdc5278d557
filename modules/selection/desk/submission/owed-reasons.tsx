import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { nominationsApi, recommendApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'

type List = AnswerOf<typeof recommendApi.listOwedReasons>
type Item = List['items'][number]

/** 待补情况说明: what the organiser's check asks the unit to explain; written here, also after receipt. */
export const OwedReasons = ({ submissionId }: { submissionId: number }) => {
  const { data } = useEndpoint(recommendApi.listOwedReasons, { params: { id: submissionId } })
  if (!data || data.items.length === 0) return null
  return (
    <Sheet title="待补情况说明" extra="不必退回，写明后由主要负责人确认">
      {data.items.map(item => (
        <OwedReason key={`${item.nominationId}|${item.rule}`} item={item} permissions={data.permissions} />
      ))}
    </Sheet>
  )
}

const OwedReason = ({ item, permissions }: { item: Item; permissions: List['permissions'] }) => {
  const [text, setText] = useState(item.text ?? '')
  const write = useAction(recommendApi.writeReason, { success: '已保存' })
  const confirm = useAction(nominationsApi.confirmReason, { success: '已确认' })
  const params = { id: item.nominationId }
  return (
    <div className="reason-box">
      <p>{item.message}</p>
      <Labelled label={`${item.name}的情况说明`}>
        <Input.TextArea
          value={text}
          disabled={!permissions.write}
          maxLength={1000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => setText(target.value)}
        />
      </Labelled>
      {permissions.write && (
        <Button
          disabled={text.trim() === '' || text === item.text}
          loading={write.running}
          onClick={() => write.run({ params, body: { rule: item.rule, text } })}
        >
          保存说明
        </Button>
      )}
      {permissions.confirm && item.text && (
        <Button loading={confirm.running} onClick={() => confirm.run({ params, body: { rule: item.rule } })}>
          确认这条理由
        </Button>
      )}
      {item.text && !permissions.confirm && <small>等待主要负责人确认。</small>}
    </div>
  )
}
