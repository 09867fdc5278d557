import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  Answered,
  ConfirmAction,
  EmptyState,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

type Suspicion = AnswerOf<typeof ballotDeskApi.reviewBallots>['suspicions'][number]

/** What looks odd on the ballots' side, judged by two people; nothing is discarded by the machine. */
export const Cleaning = ({ election }: { election: Election }) => {
  const review = useEndpoint(ballotDeskApi.reviewBallots, { params: { id: election.id } })
  const [chosen, setChosen] = useState<Suspicion[]>([])
  return (
    <Sheet title="异常选票核查">
      <p>
        下面只是线索，不显示选了谁。经核查确属刷票的，由一人提请、另一人批准作废；作废的选票仍留在记录里，公布作废前后的票数。
      </p>
      <Answered of={review}>
        {({ suspicions }) =>
          suspicions.length === 0 ? (
            <EmptyState title="没有发现异常" />
          ) : (
            <ul className="checks">
              {suspicions.map(each => (
                <li key={`${each.kind} ${each.from} ${each.leaves[0]}`}>
                  <Checkbox
                    checked={chosen.includes(each)}
                    disabled={!election.permissions.review}
                    onChange={({ target }) =>
                      setChosen(target.checked ? [...chosen, each] : chosen.filter(other => other !== each))
                    }
                  >
                    {suspicionLine(each)}
                  </Checkbox>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {election.permissions.review && (
        <Propose election={election} leaves={chosen.flatMap(({ leaves }) => leaves)} onDone={() => setChosen([])} />
      )}
      <Proposals election={election} />
    </Sheet>
  )
}

const suspicionLine = ({ kind, from, to, count, leaves }: Suspicion) =>
  `${ballotDeskApi.suspicionNames[kind]}：${momentWords(from)}${from === to ? '' : `至${momentWords(to)}`}，${count}张${leaves.length < count ? `（列出${leaves.length}张）` : ''}`

type ProposeProps = { election: Election; leaves: number[]; onDone: () => void }

const Propose = ({ election, leaves, onDone }: ProposeProps) => {
  const [reason, setReason] = useState<string>()
  const [note, setNote] = useState('')
  const propose = useAction(ballotDeskApi.proposeVoids, { success: '已提请，待另一人批准', onDone })
  const list = [...new Set(leaves)].slice(0, 500)
  return (
    <div className="propose">
      <Select
        aria-label="作废理由"
        placeholder="作废理由"
        {...(reason && { value: reason })}
        options={election.rules.voidReasons.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setReason}
      />
      <Input
        aria-label="核查情况"
        placeholder="核查情况，公布结果时一并公开"
        value={note}
        maxLength={500}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button
        disabled={list.length === 0 || !reason || note.trim().length < 2}
        loading={propose.running}
        onClick={() => reason && propose.run({ params: { id: election.id }, body: { leaves: list, reason, note } })}
      >
        提请作废{list.length > 0 ? `${list.length}张` : ''}
      </Button>
    </div>
  )
}

const Proposals = ({ election }: { election: Election }) => {
  const decide = useAction(ballotDeskApi.decideVoid)
  const nameOf = (code: string) => election.rules.voidReasons.find(each => each.code === code)?.name ?? code
  if (election.proposals.length === 0) return null
  return (
    <ul className="checks">
      {election.proposals.map(({ id, leaf, reason, note, proposedAs, decision, decidedAs, own }) => (
        <li key={id}>
          <StateTag tone={decision === 'approved' ? 'bad' : 'plain'}>
            {decision === null ? '待批准' : decision === 'approved' ? '已作废' : '已退回'}
          </StateTag>{' '}
          第{leaf}条：{nameOf(reason)}。{note}（{proposedAs}提请{decidedAs ? `，${decidedAs}决定` : ''}）
          {decision === null && !own && election.permissions.review && (
            <>
              {' '}
              <ConfirmAction
                label="批准作废"
                title={`作废第${leaf}条选票？`}
                danger
                button={{ size: 'small' }}
                onConfirm={() => decide.run({ params: { id: election.id, proposalId: id }, body: { approve: true } })}
              />{' '}
              <Button
                size="small"
                onClick={() => decide.run({ params: { id: election.id, proposalId: id }, body: { approve: false } })}
              >
                退回
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
