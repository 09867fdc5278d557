import { Button } from 'antd'
import { StateTag } from '#platform/ui/desk/index.ts'
import { doubtful } from './doubts.ts'
import type { TakenFile } from './use-readings.ts'

type Props = { file: TakenFile; open: boolean; onOpen: () => void; onRemove: () => void }

/** One file of the list: what it was recognised as, and how much of it wants a look. */
export const FileLine = ({ file, open, onOpen, onRemove }: Props) => (
  <li className={open ? 'open' : ''}>
    <span className="intake-name">{file.name}</span>
    <State file={file} />
    <span className="intake-acts">
      {file.reading?.form ? (
        <Button type={open ? 'default' : 'primary'} size="small" onClick={onOpen}>
          {file.savedAs ? '查看' : '核对'}
        </Button>
      ) : null}
      <Button type="link" size="small" onClick={onRemove}>
        移除
      </Button>
    </span>
  </li>
)

const State = ({ file: { reading, problem, savedAs } }: { file: TakenFile }) => {
  if (problem)
    return (
      <span className="intake-problem" role="alert">
        {problem.message}
      </span>
    )
  if (!reading) return <StateTag>正在读取</StateTag>
  if (!reading.form)
    return (
      <span className="intake-problem" role="alert">
        不是本方案的表，没有读取。请核对文件，或打开推荐名单直接填写。
      </span>
    )
  const doubts = doubtful(reading.cells).length
  return (
    <span>
      {reading.categories[0]?.name}
      {reading.article && ' · 含材料'} {savedAs ? <StateTag tone="done">已存入</StateTag> : <Doubts count={doubts} />}
      {reading.layout.length > 0 && <small>　版式{reading.layout.length}处不符</small>}
    </span>
  )
}

const Doubts = ({ count }: { count: number }) =>
  count === 0 ? <StateTag tone="done">全部读出</StateTag> : <StateTag tone="near">{count}处要核对</StateTag>
