import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, Page, useEndpoint, usePageTitle } from '#platform/ui/desk/index.ts'
import { boardApi, type State, yuan } from '../../shared/index.ts'
import { Works } from './works.tsx'
import './board.css'

type Board = AnswerOf<typeof boardApi.getBoard>

const HALF_MINUTE = 30_000

/** Where the works stand, as a passer-by reads a row of figures. */
const groups: { name: string; states: State[] }[] = [
  { name: '拟申报', states: ['draft'] },
  { name: '审批中', states: ['secretary', 'office', 'leader', 'amount', 'meeting'] },
  { name: '实施中', states: ['building', 'completed'] },
  { name: '公示中', states: ['publicity'] },
  { name: '验收中', states: ['acceptance', 'committee'] },
  { name: '已验收', states: ['accepted', 'paid'] },
]

/** For a wall in a meeting room, read from five metres: counts, money, villages, and works with their pictures. */
const BoardPage = () => {
  const board = useEndpoint(boardApi.getBoard, {}, { refreshMs: HALF_MINUTE })
  usePageTitle('微实事大屏')
  if (board.data) return <BoardView board={board.data} />
  return (
    <Page title="微实事大屏">
      <Answered of={board}>{() => null}</Answered>
    </Page>
  )
}

const BoardView = ({ board }: { board: Board }) => (
  <WholeScreen>
    <header>
      <h1>{board.unitName}微实事</h1>
      {board.programme && <p className="num">{`${board.programme.year}年 · ${board.programme.title}`}</p>}
    </header>
    <dl className="num micro-board-counts">
      {groups.map(({ name, states }) => (
        <Figure key={name} name={name} value={states.reduce((sum, state) => sum + (board.counts[state] ?? 0), 0)} />
      ))}
    </dl>
    <div className="micro-board-halves">
      <Works newest={board.newest} />
      <div>
        <Money board={board} />
        <Villages villages={board.villages} />
      </div>
    </div>
  </WholeScreen>
)

/** The board alone on its wall, without the desk around it. */
const WholeScreen = ({ children }: { children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  return (
    <div className="micro-board" ref={box}>
      <Button className="micro-board-whole" onClick={() => box.current?.requestFullscreen?.()}>
        全屏显示
      </Button>
      {children}
    </div>
  )
}

const Figure = ({ name, value }: { name: string; value: number | string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value.toLocaleString()}</dd>
  </div>
)

/** Bars from one line: what was approved is the longest, so that the others read as parts of it. */
const Money = ({ board: { money, people, households } }: { board: Board }) => {
  const bars = [
    { name: '批准', fen: money.approvedFen },
    { name: '花费', fen: money.spentFen },
    { name: '拨付', fen: money.paidFen },
  ]
  return (
    <section>
      <h2>
        经费和参与<small className="num">{`${households}户次签名，${people}人次出力`}</small>
      </h2>
      <ul className="num micro-board-bars">
        {bars.map(({ name, fen }) => (
          <Bar key={name} name={name} words={`${yuan(fen)}元`} parts={[[fen, money.approvedFen]]} />
        ))}
      </ul>
    </section>
  )
}

type BarProps = {
  name: string
  words: string /** Each part over its whole, the widest first. */
  parts: [number, number][]
}

const Bar = ({ name, words, parts }: BarProps) => (
  <li>
    <span>{name}</span>
    <div aria-hidden="true">
      {parts.map(([part, whole], at) => (
        <i key={at} style={{ width: `${whole === 0 ? 0 : Math.min(100, (part / whole) * 100)}%` }} />
      ))}
    </div>
    <b>{words}</b>
  </li>
)

const shownVillages = 8

const Villages = ({ villages }: Pick<Board, 'villages'>) => {
  const most = Math.max(...villages.map(({ projects }) => projects), 1)
  return (
    <section>
      <h2>
        村（社区）<small>已验收／全部</small>
      </h2>
      <ul className="num micro-board-bars micro-board-villages">
        {villages.slice(0, shownVillages).map(({ id, name, projects, finished }) => {
          const parts: BarProps['parts'] = [
            [projects, most],
            [finished, most],
          ]
          return <Bar key={id} name={name} words={`${finished}／${projects}件`} parts={parts} />
        })}
      </ul>
      {villages.length === 0 && <p className="quiet">还没有提交的项目。</p>}
    </section>
  )
}

export default BoardPage
