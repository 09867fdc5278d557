import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  Answered,
  ConfirmAction,
  endpointKey,
  Sheet,
  useAction,
  useEndpoint,
  useUnsavedGuard,
} from '#platform/ui/desk/index.ts'
import { shortlistApi } from '../../../shared/index.ts'
import { ActsBar } from '../acts/index.tsx'
import { CategoryChoice } from '../category-choice.tsx'
import { ClosingSheets } from '../closing-sheets.tsx'
import type { StageProps } from '../stage-props.ts'
import { ChoiceTable } from './choice-table.tsx'
import type { Row, Shortlist } from './count.ts'
import { Counters } from './counters.tsx'
import './shortlist.css'

/** 初步评定: choosing names against numbers and shares. */
const ShortlistStage = (props: StageProps) => {
  const input = { params: { id: props.campaignId, stage: props.stage.key } }
  const list = useEndpoint(shortlistApi.getShortlist, input)
  return <Answered of={list}>{data => <Choosing {...props} list={data} />}</Answered>
}

type Outcome = 'pass' | 'pending' | 'out'
type Sort = { column: string; order: 'asc' | 'desc' } | undefined

const Choosing = ({ campaignId, stage, list }: StageProps & { list: Shortlist }) => {
  const [category, setCategory] = useState(stage.targets[0]?.category)
  const [sort, setSort] = useState<Sort>()
  const { toggle, leaveOut } = useChoices(campaignId, stage.key)
  const own = list.rows.filter(row => row.category === category)
  const waiting = own.filter(({ outcome }) => outcome === 'pending')
  const editable = stage.permissions.run && stage.state === 'open'
  return (
    <>
      <ClosingSheets campaignId={campaignId} stage={stage} title="已选和结构">
        <Counters targets={stage.targets} rows={list.rows} structure={list.structure} open={stage.state === 'open'} />
      </ClosingSheets>
      <Sheet title="名单" extra={<ActsBar campaignId={campaignId} stage={stage} />}>
        <div className="choice-tools">
          <CategoryChoice
            value={category}
            onChange={setCategory}
            options={stage.targets.map(target => ({ value: target.category, label: target.name }))}
          />
          {editable && waiting.length > 0 && (
            <ConfirmAction
              label={`其余${waiting.length}个不选`}
              title={`其余${waiting.length}个评定为未通过？`}
              reason={{ label: '理由', hint: '不写理由的，记为“未入选”。结束本环节前可以改。' }}
              onConfirm={reason => leaveOut(waiting, reason)}
            />
          )}
        </div>
        <ChoiceTable
          list={list}
          rows={sorted(own, sort)}
          editable={editable}
          onToggle={toggle}
          onSort={(column, order) => setSort(order && { column, order })}
        />
      </Sheet>
    </>
  )
}

const sortValue = (row: Row, column: string): number | null => {
  if (column === 'unit') return row.unitOrder
  return row[column as 'rank' | 'total' | 'votes']
}

const sorted = (rows: Row[], sort: Sort): Row[] => {
  if (!sort) return rows
  const sign = sort.order === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [x, y] = [sortValue(a, sort.column), sortValue(b, sort.column)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return (x - y) * sign
  })
}

/** Ticks are shown at once and asked for again when the server has answered; the window is not closed over one on its way. */
const useChoices = (campaignId: number, stage: string) => {
  const queries = useQueryClient()
  const params = { id: campaignId, stage }
  const key = endpointKey(shortlistApi.getShortlist, { params })
  // Asked for again once the last tick is kept: an answer in between would show ticks still on their way as undone.
  const action = useAction(shortlistApi.choose, { changes: [] })
  // One after the other: a tick while another is on its way would be taken for its second click.
  const running = useRef<Promise<unknown>>(Promise.resolve())
  const [onTheirWay, setOnTheirWay] = useState(0)
  useUnsavedGuard(onTheirWay > 0)
  const choose = async (rows: Row[], outcome: Outcome, reason?: string) => {
    const choices = rows.map(({ nominationId }) => ({ nominationId, outcome, ...(reason && { reason }) }))
    setOnTheirWay(count => count + 1)
    const turn = running.current.then(() => action.run({ params, body: { choices } }))
    running.current = turn
    const answer = await turn.finally(() => setOnTheirWay(count => count - 1))
    if (!answer || running.current === turn) queries.invalidateQueries()
    return answer
  }
  const showAtOnce = ({ nominationId }: Row, outcome: Outcome) =>
    queries.setQueryData<Shortlist>(
      key,
      before =>
        before && {
          ...before,
          rows: before.rows.map(row => (row.nominationId === nominationId ? { ...row, outcome } : row)),
        },
    )
  return {
    toggle: (row: Row) => {
      const outcome = row.outcome === 'pass' ? 'pending' : 'pass'
      showAtOnce(row, outcome)
      return choose([row], outcome)
    },
    // Not shown at once: its dialog stands until the server has answered.
    leaveOut: (rows: Row[], reason: string) => choose(rows, 'out', reason),
  }
}

export default ShortlistStage
