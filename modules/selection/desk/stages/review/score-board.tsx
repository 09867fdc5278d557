import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '#platform/http/shared/address.ts'
import { StateTag, useAction } from '#platform/ui/desk/index.ts'
import { campaignsApi, reviewApi } from '../../../shared/index.ts'
import { outcomeWords } from '../../words.ts'
import { CategoryChoice } from '../category-choice.tsx'
import type { StageProps } from '../stage-props.ts'
import type { Review, ReviewRow } from './review-types.ts'

/** Names by experts: every total handed in, the mean, the spread, the place. Ties share one. */
export const ScoreBoard = ({ campaignId, stage, review }: StageProps & { review: Review }) => {
  const categories = [...new Set(review.rows.map(({ category }) => category))]
  const [category, setCategory] = useState(categories[0])
  const nameOf = (key: string) => review.rows.find(row => row.category === key)?.categoryName ?? key
  const rows = review.rows
    .filter(row => row.category === category)
    .toSorted((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER))
  const pass = usePass(campaignId, stage.key)
  const waiting = rows.filter(({ outcome, scores }) => outcome === 'pending' && scores >= (review.least ?? 1))
  return (
    <>
      <div className="choice-tools">
        <CategoryChoice
          value={category}
          onChange={setCategory}
          options={categories.map(each => ({ value: each, label: nameOf(each) }))}
        />
        <span>
          {stage.permissions.run && stage.state === 'open' && waiting.length > 0 && (
            <Button onClick={() => pass.run(waiting)} loading={pass.running}>
              评满的{waiting.length}个进入下一环节
            </Button>
          )}{' '}
          <Button href={addressOf(reviewApi.exportScores.path, { id: campaignId, stage: stage.key })}>
            导出评分表
          </Button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many experts scroll sideways, by keyboard too */}
      <section className="score-scroll" aria-label="评分表" tabIndex={0}>
        <table className="score-table num">
          <thead>
            <tr>
              <th scope="col">名次</th>
              <th scope="col">名称</th>
              {review.experts.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{review.mean === 'dropExtremes' ? '平均分（去掉最高最低各一）' : '平均分'}</th>
              <th scope="col">分差</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <ScoreLine key={row.nominationId} row={row} least={review.least ?? 1} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="score-legend">“…”为已打分未提交，“回避”不计入，空白为未评。同分名次相同，由集体研究定先后。</p>
    </>
  )
}

const ScoreLine = ({ row, least }: { row: ReviewRow; least: number }) => (
  <tr className={row.outcome === 'out' ? 'score-out' : ''}>
    <td>
      {row.place ?? '—'}
      {row.tied && <span title="同分">（并列）</span>}
    </td>
    <th scope="row">
      {row.name}
      <small>{row.unitName}</small>
    </th>
    {row.seats.map(seat => (
      <td key={seat.expertId} className={`seat-${seat.state}`} title={seat.reason ?? ''}>
        {seatWords(seat)}
      </td>
    ))}
    <td>
      {row.mean?.toFixed(2) ?? '—'}
      {row.scores < least && <small className="score-warn">不足{least}名</small>}
    </td>
    <td className={row.wide ? 'score-warn' : ''}>{row.spread?.toFixed(2) ?? '—'}</td>
    <td>
      <StateTag tone={outcomeWords(row.outcome).tone}>{outcomeWords(row.outcome).words}</StateTag>
    </td>
  </tr>
)

const seatWords = ({ state, total }: ReviewRow['seats'][number]) => {
  if (state === 'final') return total?.toFixed(2)
  return { recused: '回避', draft: '…', none: '' }[state]
}

const usePass = (id: number, stage: string) => {
  const judge = useAction(campaignsApi.judgePool, { success: '已记录结果' })
  const run = (rows: ReviewRow[]) =>
    judge.run({
      params: { id, stage },
      body: { judgements: rows.map(({ nominationId }) => ({ nominationId, outcome: 'pass' as const })) },
    })
  return { run, running: judge.running }
}
