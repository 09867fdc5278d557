import { Alert } from 'antd'
import { ConfirmAction, Sheet, StateTag, type Tone, useAction } from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

const looks: Record<Election['checklist'][number]['state'], { tone: Tone; words: string }> = {
  done: { tone: 'done', words: '已备' },
  warn: { tone: 'near', words: '留意' },
  block: { tone: 'bad', words: '待办' },
}

/** What is looked over before rules and candidates are frozen for good. */
export const Checklist = ({ election }: { election: Election }) => {
  const freeze = useAction(ballotDeskApi.freezeElection, { success: '规则与候选名单已冻结' })
  const blocked = election.checklist.some(({ state }) => state === 'block')
  return (
    <Sheet
      title="开始前的检查"
      extra={
        election.permissions.freeze && (
          <ConfirmAction
            label="冻结规则与候选名单"
            title="冻结后，规则和候选名单再也不能改。"
            button={{ type: 'primary', disabled: blocked }}
            onConfirm={() =>
              freeze.run({
                params: { id: election.id },
                body: { algorithm: election.rules.hash === 'sm3' ? 'sm2' : 'ed25519' },
              })
            }
          >
            <p>系统算出规则指纹并签发第一个树头；到开始时间即可投票。请先与方案和名单逐项核对。</p>
          </ConfirmAction>
        )
      }
    >
      <ul className="checks">
        {election.checklist.map(({ key, state, message }) => (
          <li key={key}>
            <StateTag tone={looks[state].tone}>{looks[state].words}</StateTag> {message}
          </li>
        ))}
      </ul>
      {!election.permissions.freeze && <Alert type="info" title="由签发人核对后冻结。" />}
    </Sheet>
  )
}
