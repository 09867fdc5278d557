import { Button } from 'antd'
import { useState } from 'react'
import { type TimeWindow, WindowPicker } from '#kernel/calendar/desk/index.tsx'
import { useAction } from '#platform/ui/desk/index.ts'
import { ballotApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'
import type { Ballot, Params } from './ballot-types.ts'

/** When a vote held elsewhere opens and closes. */
export const WindowForm = ({ ballot, params, editable }: { ballot: Ballot; params: Params; editable: boolean }) => {
  const [span, setSpan] = useState<TimeWindow | undefined>(ballot.window ?? undefined)
  const save = useAction(ballotApi.setWindow, { success: '已登记起止时间' })
  if (!editable)
    return (
      <p className="num">
        {ballot.window
          ? `${momentWords(ballot.window.opensAt)}至${momentWords(ballot.window.closesAt)}`
          : '起止时间未登记'}
      </p>
    )
  return (
    <div className="inspect-row">
      <WindowPicker value={span} onChange={setSpan} />
      <Button disabled={!span} loading={save.running} onClick={() => span && save.run({ params, body: span })}>
        登记起止时间
      </Button>
    </div>
  )
}
