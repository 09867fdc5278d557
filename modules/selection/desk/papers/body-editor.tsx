import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { LetterContent } from '../../papers/shared/index.ts'

type Body = LetterContent['body']
type Props = { body: Body; readOnly: boolean; onChange: (body: Body) => void }

const levels = [
  { value: 0, label: '正文' },
  { value: 1, label: '一、' },
  { value: 2, label: '（一）' },
  { value: 3, label: '1.' },
  { value: 4, label: '（1）' },
] as { value: Body[number]['level']; label: string }[]

const swapped = (body: Body, from: number, to: number) =>
  body.map((each, index) => (index === from ? body[to]! : index === to ? body[from]! : each))

/** Paragraphs one under another; numbers of headings are written by the printing. Pasted lines become paragraphs. */
export const BodyEditor = ({ body, readOnly, onChange }: Props) => {
  const replace = (index: number, parts: Body) =>
    onChange([...body.slice(0, index), ...parts, ...body.slice(index + 1)])
  const typed = (index: number, text: string) =>
    replace(
      index,
      text.split('\n').map((line, n) => ({ level: n === 0 ? body[index]!.level : 0, text: line })),
    )
  return (
    <fieldset className="letter-body" disabled={readOnly}>
      <legend>正文</legend>
      {body.map((paragraph, index) => (
        <div key={index} className="letter-paragraph">
          <Select
            aria-label={`第${index + 1}段的层次`}
            options={levels}
            value={paragraph.level}
            disabled={readOnly}
            onChange={level => replace(index, [{ ...paragraph, level }])}
          />
          <Input.TextArea
            aria-label={`第${index + 1}段`}
            autoSize
            value={paragraph.text}
            disabled={readOnly}
            onChange={({ target }) => typed(index, target.value)}
          />
          {!readOnly && (
            <span>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`上移第${index + 1}段`}
                disabled={index === 0}
                onClick={() => onChange(swapped(body, index, index - 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`下移第${index + 1}段`}
                disabled={index === body.length - 1}
                onClick={() => onChange(swapped(body, index, index + 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除第${index + 1}段`}
                onClick={() => replace(index, [])}
              />
            </span>
          )}
        </div>
      ))}
      {!readOnly && <Button onClick={() => onChange([...body, { level: 0, text: '' }])}>增加一段</Button>}
    </fieldset>
  )
}
