import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Publicity } from './index.tsx'

type StrokesFormProps = {
  unknown: Publicity['unknown']
  onGiven: (strokes: Record<string, string>) => Promise<unknown>
}

const digits = /^[1-5]{1,64}$/

/** Characters that no table knows: the clerk writes their strokes, so that nobody guesses a place in the list. */
export const StrokesForm = ({ unknown, onGiven }: StrokesFormProps) => {
  const [strokes, setStrokes] = useState<Record<string, string>>({})
  const [running, setRunning] = useState(false)
  const ready = unknown.every(({ character }) => digits.test(strokes[character] ?? ''))
  const give = async () => {
    setRunning(true)
    await onGiven(strokes)
    setRunning(false)
  }
  return (
    <div className="strokes-form">
      <h3>有的字不在笔画表中</h3>
      {unknown.map(({ character, names, advice }) => (
        <div key={character} className="reason-field">
          <label htmlFor={`strokes-${character}`}>
            “{character}”（{names.join('、')}）
          </label>
          <Input
            id={`strokes-${character}`}
            inputMode="numeric"
            value={strokes[character] ?? ''}
            placeholder="例如 1121"
            onChange={({ target }) => setStrokes({ ...strokes, [character]: target.value.trim() })}
          />
          <p className="upload-hint">{advice}</p>
        </div>
      ))}
      <Button type="primary" disabled={!ready} loading={running} onClick={give}>
        填好笔顺，拟公示稿
      </Button>
    </div>
  )
}
