import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type TimeWindow, WindowPicker } from '#kernel/calendar/desk/index.tsx'
import { useAction } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import type { Ballot, Params } from './ballot-types.ts'

const censuses = [
  { value: 'none', label: '不核对名册，凭手机验证码投票' },
  { value: 'labels', label: '在名册上的按名册分组，其余按群众计' },
  { value: 'required', label: '只有名册上的人可以投' },
] as const

/** Lays down the vote on this platform; its rules are then looked over and frozen on a page of its own. */
export const HoldVote = ({ ballot, params }: { ballot: Ballot; params: Params }) => {
  const [span, setSpan] = useState<TimeWindow | undefined>(ballot.window ?? undefined)
  const [census, setCensus] = useState<(typeof censuses)[number]['value']>('labels')
  const hold = useAction(ballotApi.holdVote, { success: '已建立，请核对规则后冻结' })
  const body = span && { ...span, census, apart: census !== 'none' }
  return (
    <>
      <div className="inspect-row">
        <WindowPicker value={span} onChange={setSpan} />
        <Button
          type="primary"
          disabled={!body}
          loading={hold.running}
          onClick={() => body && hold.run({ params, body })}
        >
          在本平台建立投票
        </Button>
      </div>
      <Radio.Group
        aria-label="谁可以投票"
        value={census}
        options={[...censuses]}
        onChange={({ target }) => setCensus(target.value)}
      />
      <p className="reason-hint">
        {census === 'none'
          ? '所有人的票合在一起计。'
          : '党员和群众的票分开计。名册在投票的页面上导入，冻结之前都能改。'}
      </p>
    </>
  )
}
