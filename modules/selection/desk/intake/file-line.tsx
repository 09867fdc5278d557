import { Button } from 'antd'
import { StateTag } from '#platform/ui/desk/index.ts'
import type { BroughtForm } from '../../intake/shared/api.ts'

type Props = { file: BroughtForm; open: boolean; onOpen: () => void; onRemove: () => void }

/** One file of the list: what it was recognised as, and how much of it wants a look. */
export const FileLine = ({ file, open, onOpen, onRemove }: Props) => (
  <li className={open ? 'open' : ''}>
    <span className="intake-name">{file.name}</span>
    <State file={file} />
    <span className="intake-acts">
      {file.state === 'read' ? (
        <Button type={open || file.savedAs ? 'default' : 'primary'} size="small" onClick={onOpen}>
          {file.savedAs ? '查看' : '核对'}
        </Button>
      ) : null}
      <Button type="link" size="small" onClick={onRemove}>
        移除
      </Button>
    </span>
  </li>
)

const State = ({ file: { state, summary, problem, savedAs } }: { file: BroughtForm }) => {
  if (state === 'refused')
    return (
      <span className="intake-problem" role="alert">
        {problem}
      </span>
    )
  if (!summary) return <StateTag>{state === 'reading' ? '正在读取' : '等待读取'}</StateTag>
  return (
    <span>
      {summary.categoryName}
      {summary.article && ' · 含材料'}{' '}
      {savedAs ? <StateTag tone="done">已存入</StateTag> : <Doubts count={summary.doubts} />}
      {summary.layout > 0 && <small>　版式{summary.layout}处不符</small>}
    </span>
  )
}

const Doubts = ({ count }: { count: number }) =>
  count === 0 ? <StateTag tone="done">全部读出</StateTag> : <StateTag tone="near">{count}处要核对</StateTag>
