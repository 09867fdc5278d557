import { useEffect, useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { boardApi } from '../../shared/index.ts'

type Newest = AnswerOf<typeof boardApi.getBoard>['newest']

/** So many can be seen from across a room; the others take their turn. */
const AT_ONCE = 4
const TURN_MS = 15_000

/** 新近完成: before and after beside each other, a few at a time. */
export const Works = ({ newest }: { newest: Newest }) => (
  <section>
    <h2>
      新近完成<small>左：实施前　右：完成后</small>
    </h2>
    <ul className="micro-board-works">
      {useTurns(newest).map(({ id, code, title, villageName, leadName, beforeId, afterId }) => (
        <li key={id}>
          <div>
            {beforeId !== null && <img src={source(code, beforeId)} alt="实施前" />}
            <img src={source(code, afterId)} alt="完成后" />
          </div>
          <b>{title}</b>
          <span>{`${villageName} · ${leadName}牵头`}</span>
        </li>
      ))}
    </ul>
    {newest.length === 0 && <p className="quiet">完工公示以后，照片会显示在这里。</p>}
  </section>
)

const source = (code: string, id: number) => `/micro/projects/${code}/pictures/${id}?size=1280`

/** All of them in turn; whoever asked for less motion sees the newest and no change. */
const useTurns = (all: Newest): Newest => {
  const [turn, setTurn] = useState(0)
  const turns = Math.ceil(all.length / AT_ONCE)
  useEffect(() => {
    if (turns < 2 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = setInterval(() => setTurn(last => last + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [turns])
  const start = turns === 0 ? 0 : (turn % turns) * AT_ONCE
  const shown = all.slice(start, start + AT_ONCE)
  return [...shown, ...all.slice(0, Math.min(AT_ONCE, all.length) - shown.length)]
}
