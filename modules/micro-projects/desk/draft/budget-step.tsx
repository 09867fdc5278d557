import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { FindingsPanel, focusField } from '#platform/ui/desk/index.ts'
import { lineFindings, type projectApi, sumFen, yuan } from '../../shared/index.ts'
import type { StepProps } from './draft-form.tsx'
import { LineAmount } from './line-amount.tsx'

type Line = projectApi.BudgetLine

const empty: Line = { kind: 'material', item: '', quantity: '', fen: 0 }

/** The budget line by line; what may not be paid is said under the finger. */
export const BudgetStep = ({ project, value, change }: StepProps) => {
  const { programme } = project
  const lines = value.lines.length === 0 ? [empty] : value.lines
  const set = (at: number, part: Partial<Line>) =>
    change({ lines: lines.map((line, place) => (place === at ? { ...line, ...part } : line)) })
  const findings = lineFindings(programme, value.lines)
  return (
    <>
      <ul className="micro-lines">
        {lines.map((line, at) => (
          <LineRow
            key={at}
            line={line}
            place={at + 1}
            kinds={programme.expenseKinds}
            onChange={part => set(at, part)}
            onRemove={() => change({ lines: lines.filter((_, place) => place !== at) })}
          />
        ))}
      </ul>
      <Button icon={<PlusOutlined />} onClick={() => change({ lines: [...lines, empty] })}>
        加一行
      </Button>
      <p className="micro-sum">
        合计 <strong className="num">{yuan(sumFen(value.lines))}</strong> 元
        <span>（每名签名的党员、代表有{yuan(programme.perPersonFen)}元额度）</span>
      </p>
      {findings.length > 0 && (
        <FindingsPanel findings={findings} onJump={path => focusField(path.replace(/\.kind$/, ''))} />
      )}
    </>
  )
}

type RowProps = {
  line: Line
  place: number
  kinds: StepProps['project']['programme']['expenseKinds']
  onChange: (part: Partial<Line>) => void
  onRemove: () => void
}

const LineRow = ({ line, place, kinds, onChange, onRemove }: RowProps) => (
  <li data-path={`lines.${place - 1}`}>
    <Select
      aria-label={`第${place}行类别`}
      value={line.kind}
      options={kinds.filter(({ allowed }) => allowed).map(({ key, name }) => ({ value: key, label: name }))}
      onChange={kind => onChange({ kind })}
    />
    <Input
      data-path={`lines.${place - 1}.item`}
      aria-label={`第${place}行买什么`}
      placeholder="买什么，例如水泥"
      value={line.item}
      maxLength={60}
      onChange={({ target }) => onChange({ item: target.value })}
    />
    <Input
      aria-label={`第${place}行数量`}
      placeholder="几包、几米"
      value={line.quantity}
      maxLength={40}
      onChange={({ target }) => onChange({ quantity: target.value })}
    />
    <LineAmount label={`第${place}行金额（元）`} fen={line.fen} onChange={fen => onChange({ fen })} />
    <Button aria-label={`删去第${place}行`} icon={<DeleteOutlined />} onClick={onRemove} />
  </li>
)
