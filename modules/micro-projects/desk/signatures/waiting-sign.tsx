import { Link } from 'react-router'
import type { Waiting } from './kept.ts'
import { isOnItsWay } from './outbox.ts'
import { useDelivery } from './use-outbox.ts'
import './waiting-sign.css'

/** On every page of the desk, while a signature collected here has not reached the server; nothing otherwise. */
const WaitingSign = () => {
  const { all, mine } = useDelivery()
  const others = all.length - mine.length
  const [first] = mine
  return (
    <output className="waiting-sign">
      {first && <Link to={`/micro/projects/${first.projectId}`}>{wordsOf(mine)}</Link>}
      {!first && others > 0 && <span>本机还有{others}户签名，请收集人登录后发送</span>}
    </output>
  )
}

/** Those that wait, or else those that the server refused. */
export const wordsOf = (mine: readonly Waiting[]): string => {
  const onTheirWay = mine.filter(isOnItsWay).length
  return onTheirWay > 0 ? `还有${onTheirWay}户签名等待发送` : `有${mine.length}户签名未被接收，请查看`
}

export default WaitingSign
