import { DownOutlined, HolderOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { Link } from 'react-router'
import { StateTag } from '#platform/ui/desk/index.ts'
import { momentWords, nameOf, nominationWords } from '../words.ts'
import type { Nominee } from './findings.ts'
import { moved, moveWords } from './ranking-order.ts'

type Props = {
  nominees: Nominee[]
  /** Whose list it is: who put a nominee up is told only where it was another unit. */
  unitName: string
  /** The ids in their new order; absent where the list is only read. */
  onOrder?: (ids: number[]) => void
  onRemove?: (nominee: Nominee) => void
}

/** Nominees in their order, moved by dragging, by Alt+↑/↓, or by the two buttons (phone, screen reader). */
export const NomineeList = ({ nominees, unitName, onOrder, onRemove }: Props) => {
  const [dragged, setDragged] = useState<number>()
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    if (!onOrder || to < 0 || to >= nominees.length || from === to) return
    onOrder(moved(nominees, from, to).map(({ id }) => id))
    setSaid(moveWords(nameOf(nominees[from]!), to, nominees.length))
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  return (
    <>
      <ol className="nominees num">
        {nominees.map((nominee, index) => (
          <li
            key={nominee.id}
            draggable={Boolean(onOrder)}
            className={dragged === index ? 'dragged' : undefined}
            onKeyDown={event => onKey(event, index)}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={event => dragged !== undefined && event.preventDefault()}
            onDrop={() => dragged !== undefined && move(dragged, index)}
          >
            {onOrder && <HolderOutlined className="grip" aria-hidden />}
            <b className="place">{index + 1}</b>
            <NomineeWords nominee={nominee} unitName={unitName} />
            <span className="nominee-acts">
              {onOrder && (
                <>
                  <Button
                    type="text"
                    size="small"
                    icon={<UpOutlined />}
                    aria-label={`${nameOf(nominee)}上移`}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DownOutlined />}
                    aria-label={`${nameOf(nominee)}下移`}
                    disabled={index === nominees.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                </>
              )}
              {onRemove && nominee.origin !== 'automatic' && (
                <Button type="link" size="small" onClick={() => onRemove(nominee)}>
                  撤下
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <span className="unseen" role="status" aria-live="assertive">
        {said}
      </span>
    </>
  )
}

const NomineeWords = ({ nominee, unitName }: { nominee: Nominee; unitName: string }) => {
  const { words, tone } = nominationWords(nominee.state)
  return (
    <span className="nominee-words">
      <Link to={`/selection/nominations/${nominee.id}`}>{nameOf(nominee)}</Link>
      <StateTag tone={tone}>{words}</StateTag>
      {nominee.blocks > 0 && <StateTag tone="bad">{nominee.blocks}处须改</StateTag>}
      {nominee.blocks === 0 && nominee.warnings > 0 && <StateTag tone="near">{nominee.warnings}处提示</StateTag>}
      {nominee.origin === 'automatic' && <StateTag>按规定自动列入</StateTag>}
      <small>
        {nominee.editedBy ? `${nominee.editedBy} ${momentWords(nominee.editedAt)}改` : ''}
        {nominee.originUnit !== unitName && `　${nominee.originUnit}推荐`}
      </small>
    </span>
  )
}
