import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

type TypedInputProps = {
  value: string
  onChange: (value: string) => void
  long?: boolean
  label: string
  invalid?: boolean
  rows?: number
}

const PAUSE_MS = 400

/** A text field that passes on what was typed at the next pause, since each change rewrites the plan's text. */
export const TypedInput = ({ value, onChange, long, label, invalid, rows }: TypedInputProps) => {
  const [typed, setTyped] = useState(value)
  const pending = useRef<string>(undefined)
  const pass = useRef(onChange)
  pass.current = onChange
  useEffect(() => {
    if (pending.current === undefined) setTyped(value)
  }, [value])
  useEffect(() => {
    if (pending.current === undefined) return
    const timer = setTimeout(flush, PAUSE_MS)
    return () => clearTimeout(timer)
  })
  useEffect(() => () => flush(), [])
  const flush = () => {
    if (pending.current === undefined) return
    const next = pending.current
    pending.current = undefined
    pass.current(next)
  }
  const props = {
    value: typed,
    'aria-label': label,
    onChange: ({ target }: { target: { value: string } }) => {
      pending.current = target.value
      setTyped(target.value)
    },
    onBlur: flush,
    ...(invalid && { status: 'error' as const }),
  }
  return long ? <Input.TextArea {...props} autoSize={{ minRows: rows ?? 2, maxRows: 12 }} /> : <Input {...props} />
}
