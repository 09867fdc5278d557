import { Form, Input } from 'antd'
import { useState } from 'react'
import { parseYuan, yuan } from '../../shared/index.ts'

type Props = {
  id: string
  label: string
  /** Whole fen; undefined while nothing, or something that is no amount, is typed. */
  fen: number | undefined
  onChange: (fen: number | undefined) => void
  extra?: string
}

/** An amount in yuan as people type it, kept as whole fen; what is no amount is said at once. */
export const AmountField = ({ id, label, fen, onChange, extra }: Props) => {
  const [typed, setTyped] = useState(fen === undefined ? '' : yuan(fen))
  const wrong = typed.trim() !== '' && parseYuan(typed) === undefined
  const type = (text: string) => {
    setTyped(text)
    onChange(parseYuan(text))
  }
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      extra={extra}
      {...(wrong && { validateStatus: 'error' as const, help: '请填写金额，最多两位小数，例如 85.50。' })}
    >
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        suffix="元"
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
    </Form.Item>
  )
}
