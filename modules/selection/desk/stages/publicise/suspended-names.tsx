import { ConfirmAction, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { campaignsApi, type Outcome } from '../../../shared/index.ts'
import type { StageProps } from '../stage-props.ts'
import type { Publicity } from './index.tsx'

/** 暂缓: names with an objection. Only the desk knows; to the public they look like every other. */
export const SuspendedNames = ({ campaignId, stage, publicity }: StageProps & { publicity: Publicity }) => {
  const judge = useAction(campaignsApi.judgePool, { success: '已记录' })
  if (publicity.suspended.length === 0) return null
  const decide = (nominationId: number, outcome: Outcome, reason: string) =>
    judge.run({
      params: { id: campaignId, stage: stage.key },
      body: { judgements: [{ nominationId, outcome, reason }] },
    })
  const why = { label: '理由和依据', required: true, hint: '写清依据的书面结论，不写反映人和线索。' }
  return (
    <Sheet title="暂缓">
      <p>公示期间收到异议的，先核实、作出书面结论，再决定是否继续。对外页面不显示。</p>
      <ul className="notice-lines">
        {publicity.suspended.map(({ nominationId, name, unitName, reason }) => (
          <li key={nominationId}>
            <span>
              {name}（{unitName}）{reason && `：${reason}`}
            </span>
            {stage.permissions.run && stage.state === 'open' && (
              <span>
                <ConfirmAction
                  label="继续"
                  title={`“${name}”继续列入名单`}
                  reason={why}
                  button={{ size: 'small' }}
                  onConfirm={text => decide(nominationId, 'pending', text)}
                />{' '}
                <ConfirmAction
                  label="不再列入"
                  title={`“${name}”不再列入名单`}
                  danger
                  reason={why}
                  button={{ size: 'small' }}
                  onConfirm={text => decide(nominationId, 'out', text)}
                >
                  <p>公示页面上的名字要签发新版本才会撤下。</p>
                </ConfirmAction>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
