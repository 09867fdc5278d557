import { Space } from 'antd'
import { useState } from 'react'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { commendApi, type HonourState, honourStatesAfter } from '../../../shared/index.ts'
import type { EarlierEntry } from './earlier-entries.tsx'
import { SuccessorChoice } from './successor-choice.tsx'

const verbs: Record<HonourState, string> = { valid: '恢复', superseded: '替代', revoked: '撤销' }

const consequences: Record<HonourState, string> = {
  valid: '恢复后，本次和以后的推选重新按这项荣誉排除。',
  superseded: '替代后，推选不再按这项荣誉排除，改按新的荣誉。',
  revoked: '撤销后，推选不再按这项荣誉排除，核对页面立即显示已撤销。',
}

/** What can be done to an imported honour from where it stands; each asks once more, with the reason that is kept. */
export const EntryMoves = ({ campaignId, entry }: { campaignId: number; entry: EarlierEntry }) => {
  const [successor, setSuccessor] = useState<number | null>(null)
  const set = useAction(commendApi.setEarlierState, { success: '已记录' })
  const params = { id: campaignId, honourId: entry.id }
  return (
    <Space wrap>
      {honourStatesAfter(entry.state).map(state => (
        <ConfirmAction
          key={state}
          label={verbs[state]}
          title={`${verbs[state]}“${entry.name}”的“${entry.title}”？`}
          danger={state === 'revoked'}
          reason={{ label: '依据和理由', required: true }}
          button={{ size: 'small' }}
          onConfirm={reason =>
            set.run({ params, body: { state, reason, ...(state === 'superseded' && { supersededBy: successor }) } })
          }
        >
          <p>{consequences[state]}</p>
          {state === 'superseded' && (
            <SuccessorChoice campaignId={campaignId} of={entry} chosen={successor} onChoose={setSuccessor} />
          )}
        </ConfirmAction>
      ))}
    </Space>
  )
}
