import { Input } from 'antd'
import { useId } from 'react'
import type { VetRequestPage } from '../../../stages/vet/shared/api.ts'
import type { Answer } from './use-answers.ts'

type Props = {
  name: VetRequestPage['names'][number]
  noObjection: string
  answer: Answer
  /** Left out where the answer has been sent. */
  onChange: ((answer: Partial<Answer>) => void) | undefined
}

/** One name: who it is, what for, in a line each; then one of two answers, large enough for a thumb. */
export const NameAnswer = ({ name, noObjection, answer, onChange }: Props) => {
  const id = useId()
  const choice = (opinion: 'none' | 'objection', words: string) => (
    <label className={answer.opinion === opinion ? `vet-choice vet-${opinion}` : 'vet-choice'}>
      <input
        type="radio"
        name={id}
        checked={answer.opinion === opinion}
        disabled={!onChange}
        onChange={() => onChange?.({ opinion })}
      />
      {words}
    </label>
  )
  return (
    <li>
      <div className="vet-who">
        <strong>{name.name}</strong>
        <span>{name.categoryName}</span>
        <p>{[name.workplace, name.post].filter(Boolean).join('　')}</p>
        {name.deeds && <p className="vet-deeds">{name.deeds}</p>}
      </div>
      <fieldset className="vet-opinion">
        <legend className="unseen">对{name.name}的意见</legend>
        {choice('none', noObjection)}
        {choice('objection', '有异议')}
      </fieldset>
      {answer.opinion === 'objection' && (
        <div className="vet-reason">
          <label htmlFor={`${id}-reason`}>情况说明</label>
          <Input.TextArea
            id={`${id}-reason`}
            value={answer.reason}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            readOnly={!onChange}
            placeholder="不得填写国家秘密、案件线索"
            status={onChange && answer.reason.trim() === '' ? 'error' : ''}
            onChange={event => onChange?.({ reason: event.target.value })}
          />
          {onChange && answer.reason.trim() === '' && <p role="alert">有异议的请说明情况。</p>}
        </div>
      )}
    </li>
  )
}
