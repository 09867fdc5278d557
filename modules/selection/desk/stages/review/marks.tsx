import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import { expertApi, weightedTotal } from '../../../shared/index.ts'
import { useKept } from '../use-kept.ts'
import type { Seat, SeatSheet } from './review-types.ts'

type Props = { seat: Seat; sheet: SeatSheet; onHandedIn: () => void }
type Draft = { marks: Record<string, number | null>; comment: string }

/** The marks by criterion with their weighted total, kept as typed and handed in once. */
export const Marks = ({ seat, sheet, onHandedIn }: Props) => {
  const params = { expertId: seat.expertId, nominationId: sheet.nominationId }
  const [draft, setDraft] = useState<Draft>({ marks: sheet.marks, comment: sheet.comment })
  const keep = useAction(expertApi.saveMarks, { changes: [expertApi.getSeat] })
  const handIn = useAction(expertApi.saveMarks, { success: '评分已提交' })
  const declare = useAction(expertApi.declareConflict, { success: '已回避' })
  const editable = seat.open && sheet.state !== 'final'
  const total = weightedTotal(seat.criteria, draft.marks)
  const stop = useKept(draft, editable, body => keep.run({ params, body }))
  const submit = async () => {
    stop()
    const answer = await handIn.run({ params, body: { ...draft, final: true } })
    if (answer) onHandedIn()
    return answer
  }
  return (
    <div className="marks">
      {seat.criteria.map(({ key, name, weight, max, text }) => (
        <div key={key} className="mark" data-path={`marks.${key}`}>
          <label htmlFor={`mark-${key}`}>
            {name}（占{weight}%，满分{max}）{text && <small>{text}</small>}
          </label>
          <InputNumber
            id={`mark-${key}`}
            min={0}
            max={max}
            precision={2}
            value={draft.marks[key] ?? null}
            disabled={!editable}
            onChange={mark => setDraft(before => ({ ...before, marks: { ...before.marks, [key]: mark } }))}
          />
        </div>
      ))}
      <Input.TextArea
        placeholder="评语（可不填）"
        aria-label="评语"
        value={draft.comment}
        rows={3}
        maxLength={1000}
        disabled={!editable}
        onChange={({ target }) => setDraft(before => ({ ...before, comment: target.value }))}
      />
      <p className="mark-total num">加权得分 {total?.toFixed(2) ?? '—'}</p>
      {editable ? (
        <div className="review-buttons">
          <ConfirmAction
            label="提交评分，看下一个"
            title={`提交“${sheet.label}”的评分？`}
            button={{ type: 'primary', disabled: total === null }}
            onConfirm={submit}
          >
            <p>得分{total?.toFixed(2)}。提交后不能再改。</p>
          </ConfirmAction>
          {seat.mayDeclare && (
            <ConfirmAction
              label="申请回避"
              title={`回避“${sheet.label}”？`}
              reason={{ label: '回避理由', required: true, maxLength: 300 }}
              onConfirm={reason => declare.run({ params, body: { reason } })}
            >
              <p>回避后不再显示材料，也不能评分。</p>
            </ConfirmAction>
          )}
          <span role="status">{keep.problem ? '没有保存成功' : keep.running ? '正在保存' : '随填随存'}</span>
        </div>
      ) : (
        <p>{sheet.state === 'final' ? '评分已提交。' : '评审已结束。'}</p>
      )}
    </div>
  )
}
