import { Input } from 'antd'
import { useState } from 'react'
import { yuan } from '../../shared/index.ts'
import { amountOf, wrongAmount } from './amount.ts'

type Props = { label: string; fen: number; onChange: (fen: number) => void }

/** The amount of one line, 0 fen while none is typed that can be taken; what was typed stays, with what is wrong in it. */
export const LineAmount = ({ label, fen, onChange }: Props) => {
  const [typed, setTyped] = useState('')
  // An amount that changed elsewhere, as when a line above was struck out, takes the place of what was typed here.
  const text = amountOf(typed) === fen ? typed : fen === 0 ? '' : yuan(fen)
  const wrong = wrongAmount(text)
  const type = (next: string) => {
    setTyped(next)
    onChange(amountOf(next))
  }
  return (
    <div className="micro-line-amount">
      <Input
        aria-label={label}
        aria-invalid={wrong !== undefined}
        placeholder="金额"
        inputMode="decimal"
        autoComplete="off"
        suffix="元"
        value={text}
        {...(wrong && { status: 'error' as const })}
        onChange={({ target }) => type(target.value)}
      />
      {wrong && <p role="alert">{wrong}</p>}
    </div>
  )
}
