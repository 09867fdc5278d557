import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { allKeptPictures } from '../pictures/shelf.ts'
import { useDelivery } from './use-outbox.ts'
import { waitingWords } from './waiting-words.ts'
import './waiting-sign.css'

const READ_MS = 20_000

/** On every page of the desk, while something collected here has not reached the server; nothing otherwise. */
const WaitingSign = () => {
  const { all, mine } = useDelivery()
  const pictures = useUnsentPictures()
  const words = waitingWords(mine, pictures.length)
  const first = mine[0] ?? pictures[0]
  const others = all.length - mine.length
  return (
    <output className="waiting-sign">
      {words && first && <Link to={`/micro/projects/${first.projectId}`}>{words}</Link>}
      {!words && others > 0 && <span>本机还有{others}户签名，请收集人登录后发送</span>}
    </output>
  )
}

/** Pictures go on by themselves where their project is open, and are shown there; elsewhere the sign leads to them. */
const useUnsentPictures = () => {
  const { pathname } = useLocation()
  const [kept, setKept] = useState<{ projectId: number }[]>([])
  useEffect(() => {
    const read = () => allKeptPictures().then(setKept)
    read()
    const again = setInterval(read, READ_MS)
    return () => clearInterval(again)
  }, [pathname])
  return kept.filter(({ projectId }) => pathname !== `/micro/projects/${projectId}`)
}

export default WaitingSign
