import { Button } from 'antd'
import { useState } from 'react'
import { answerAt, type Field, maskedText } from '../shared/index.ts'
import type { LineProps } from './form-view.tsx'

/** A private answer, hidden until its reader asks for it. */
export const Masked = ({ field, path, answers, onReveal }: LineProps) => {
  const [full, setFull] = useState<string>()
  const answer = answerAt(answers, path)
  // The server has hidden it already for who only reads.
  const hidden =
    typeof answer === 'string' && answer.includes('*')
      ? answer
      : maskedText({ ...field, sensitive: true } as Field, answer)
  if (full !== undefined) return <span className="num">{full}</span>
  if (!hidden) return <span className="view-empty">未填写</span>
  return (
    <span className="num">
      {hidden}
      {onReveal && (
        <Button
          type="link"
          size="small"
          aria-label={`查看${field.label}`}
          onClick={async () => setFull(await onReveal(path))}
        >
          查看
        </Button>
      )}
    </span>
  )
}
