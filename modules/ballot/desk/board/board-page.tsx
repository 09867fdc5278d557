import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useParams } from 'react-router'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, useEndpoint, usePageTitle } from '#platform/ui/desk/index.ts'
import { ballotDeskApi, phaseNames, placed } from '../../shared/index.ts'
import { Growth } from '../election/growth.tsx'
import '../ballot.css'

type Board = AnswerOf<typeof ballotDeskApi.getBoard>

const TEN_SECONDS = 10_000
const sum = (counts: number[]) => counts.reduce((all, each) => all + each, 0)

/** For a wall in a meeting room: how many came, live; who leads only once it is published. */
const BoardPage = () => {
  const { id = '' } = useParams()
  const board = useEndpoint(ballotDeskApi.getBoard, { params: { id: Number(id) } }, { refreshMs: TEN_SECONDS })
  usePageTitle('投票大屏')
  return <Answered of={board}>{data => <BoardView board={data} />}</Answered>
}

const BoardView = ({ board }: { board: Board }) => (
  <WholeScreen>
    <header>
      <h1>{board.title}</h1>
      <p className="num">
        {board.organiser} · {phaseNames[board.phase]} · {momentWords(board.opensAt)}至{momentWords(board.closesAt)}
      </p>
    </header>
    <dl className="num">
      {board.groups.map(({ key, name, issued }) => (
        <div key={key}>
          <dt>{name}已领票</dt>
          <dd>{issued.toLocaleString()}</dd>
        </div>
      ))}
      <div>
        <dt>已入账选票</dt>
        <dd>{(board.turnout?.logged ?? 0).toLocaleString()}</dd>
      </div>
    </dl>
    {board.result && board.rules ? (
      <Leaders board={board} />
    ) : (
      <>
        <Growth points={board.turnout?.growth ?? []} height={280} />
        <p className="quiet">一人一票，可凭回执查验。公布之前不显示得票。</p>
      </>
    )}
    {board.fingerprint && <footer className="num">规则指纹 {board.fingerprint}</footer>}
  </WholeScreen>
)

/** The board alone on its wall, without the desk around it. */
const WholeScreen = ({ children }: { children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  return (
    <div className="board" ref={box}>
      <Button className="board-whole" onClick={() => box.current?.requestFullscreen?.()}>
        全屏显示
      </Button>
      {children}
    </div>
  )
}

const BEST = 10
const MOST = 14

const Leaders = ({ board: { result, rules } }: { board: Board }) => (
  <div className="leaders">
    {rules!.categories.map(({ key, name, candidates }, at) => {
      const best = placed(result!.tally[at]!.candidates, ({ after }) => sum(after)).filter(({ place }) => place <= BEST)
      return (
        <section key={key}>
          <h2>{name}</h2>
          <ol>
            {best.slice(0, MOST).map(({ no, place, tied, after }) => (
              <li key={no} value={place}>
                {candidates.find(each => each.no === no)?.name}
                <span className="num">
                  {tied && <small>并列</small>} {sum(after).toLocaleString()}票
                </span>
              </li>
            ))}
          </ol>
          {best.length > MOST && <p className="quiet">另有{best.length - MOST}名与末位并列</p>}
        </section>
      )
    })}
  </div>
)

export default BoardPage
