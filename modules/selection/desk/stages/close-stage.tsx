import { useNavigate } from 'react-router'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { campaignsApi } from '../../shared/index.ts'
import type { StageProps } from './stage-props.ts'

/** 结束本环节: asks first, since it cannot be opened again; leads to the next stage. */
export const CloseStage = ({ campaignId, stage }: StageProps) => {
  const navigate = useNavigate()
  const close = useAction(campaignsApi.closeStage, { success: `“${stage.title}”已结束` })
  const blocked = stage.obstacles.some(({ severity }) => severity === 'block')
  const passing = stage.pool.filter(({ outcome }) => outcome === 'pass').length
  const warnings = stage.obstacles.filter(({ severity }) => severity === 'warning').length
  return (
    <ConfirmAction
      label="结束本环节"
      title={`结束“${stage.title}”？`}
      button={{ type: 'primary', disabled: blocked, title: blocked ? '还有必须办完的事' : '' }}
      onConfirm={async () => {
        const answer = await close.run({ params: { id: campaignId, stage: stage.key } })
        if (answer)
          navigate(
            answer.next
              ? `/selection/campaigns/${campaignId}/stages/${answer.next}`
              : `/selection/campaigns/${campaignId}`,
          )
        return answer
      }}
    >
      <p>
        通过的{passing}个进入下一环节。结束后不能重新打开。
        {warnings > 0 && `还有${warnings}条提示，请先看过。`}
      </p>
    </ConfirmAction>
  )
}
