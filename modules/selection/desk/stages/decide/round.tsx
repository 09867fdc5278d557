import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { Sheet, StateTag } from '#platform/ui/desk/index.ts'
import { papersApi } from '../../../shared/index.ts'
import { decisionForms, type RecordedRound, type RoundView } from '../../../stages/decide/shared/api.ts'
import { PaperMenu } from '../../papers/paper-menu.tsx'
import { outcomeWords } from '../../words.ts'
import type { StageProps } from '../stage-props.ts'
import type { Decision } from './index.tsx'
import { RoundForm } from './round-form.tsx'

type RoundProps = StageProps & { decision: Decision; round: RoundView }

/** One round: what it decides, and its record once it was held. */
export const Round = ({ campaignId, stage, decision, round }: RoundProps) => {
  const [editing, setEditing] = useState(false)
  const before = decision.rounds[round.round - 2]
  const ready = decision.permissions.record && (!before || before.recorded !== null)
  const minutesAddress = (format: string) =>
    addressOf(papersApi.downloadMeetingPaper.path, { id: campaignId, stage: stage.key, part: 'minutes', format })
  return (
    <Sheet
      title={`第${round.round}轮：${round.name}`}
      extra={<StateTag tone={round.recorded ? 'done' : 'plain'}>{round.recorded ? '已登记' : '未登记'}</StateTag>}
    >
      <p>
        {round.body}，{round.forms.map(form => decisionForms[form]).join('或')}，{round.result}。
      </p>
      {round.recorded && !editing && <Recorded recorded={round.recorded} pool={stage.pool} />}
      {round.recorded?.form === 'meeting' && !editing && (
        <PaperMenu label="会议纪要" papers={[{ key: 'minutes', name: '会议纪要', address: minutesAddress }]} />
      )}
      {editing ? (
        <RoundForm {...{ campaignId, stage, round }} today={decision.today} onClose={() => setEditing(false)} />
      ) : (
        ready && (
          <Button type={round.recorded ? 'default' : 'primary'} onClick={() => setEditing(true)}>
            {round.recorded ? '更正登记' : '登记结果'}
          </Button>
        )
      )}
    </Sheet>
  )
}

type RecordedProps = { recorded: RecordedRound; pool: StageProps['stage']['pool'] }

const Recorded = ({ recorded, pool }: RecordedProps) => (
  <dl className="decide-record">
    <dt>方式</dt>
    <dd>
      {decisionForms[recorded.form]}，{chineseDate(recorded.heldOn)}
    </dd>
    <dt>{recorded.form === 'meeting' ? '参加人员' : '签批人'}</dt>
    <dd>{recorded.attendees}</dd>
    {[
      ['请假', recorded.absent],
      ['列席', recorded.observers],
      ['纪要期号', recorded.minutesNumber],
    ].map(
      ([label, said]) =>
        said && (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </Fragment>
        ),
    )}
    <dt>结论</dt>
    <dd>{recorded.resolution}</dd>
    {recorded.changes.length > 0 && (
      <>
        <dt>手写改动</dt>
        <dd>
          <ul>
            {recorded.changes.map(({ nominationId, outcome, note }) => (
              <li key={nominationId}>
                {pool.find(entry => entry.nominationId === nominationId)?.name}：{outcomeWords(outcome).words}，{note}
              </li>
            ))}
          </ul>
        </dd>
      </>
    )}
    {recorded.files.length > 0 && (
      <>
        <dt>扫描件</dt>
        <dd>
          {recorded.files.map(({ key, name }) => (
            <a key={key} href={`/api/files/${key}`} target="_blank" rel="noreferrer">
              {name}
            </a>
          ))}
        </dd>
      </>
    )}
    {recorded.by && (
      <>
        <dt>登记人</dt>
        <dd>{recorded.by}（代录）</dd>
      </>
    )}
  </dl>
)
