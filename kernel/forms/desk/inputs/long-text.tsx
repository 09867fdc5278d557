import { Input } from 'antd'
import type { FieldOf } from '../../shared/index.ts'
import { findingsAt, statusOf, useEditing } from '../editor-context.ts'
import { TextCounter } from '../word-counter.tsx'
import type { InputProps } from './line-input.tsx'

/** Paragraphs with their 字数. */
export const LongTextInput = ({ field, path, value }: InputProps<FieldOf<'longText'>>) => {
  const { findings, readOnly, set } = useEditing()
  const text = typeof value === 'string' ? value : ''
  return (
    <div className="long-text">
      <Input.TextArea
        id={path}
        value={text}
        disabled={readOnly}
        autoSize={{ minRows: 4, maxRows: 18 }}
        status={statusOf(findingsAt(findings, path))}
        onChange={({ target }) => set({ [path]: target.value })}
      />
      <TextCounter text={text} limit={field.limit} />
    </div>
  )
}
