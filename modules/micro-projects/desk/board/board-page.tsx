import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, useEndpoint, usePageTitle } from '#platform/ui/desk/index.ts'
import { boardApi, type State, yuan } from '../../shared/index.ts'
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

/** For a wall in a meeting room: counts, money and the newest works with their pictures. */
const BoardPage = () => {
  const board = useEndpoint(boardApi.getBoard, {}, { refreshMs: HALF_MINUTE })
  usePageTitle('微实事大屏')
  return <Answered of={board}>{data => <BoardView board={data} />}</Answered>
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

const Money = ({ board: { money, people, households } }: { board: Board }) => (
  <section>
    <h2>经费和参与</h2>
    <dl className="num micro-board-money">
      <Figure name="批准（元）" value={yuan(money.approvedFen)} />
      <Figure name="花费（元）" value={yuan(money.spentFen)} />
      <Figure name="拨付（元）" value={yuan(money.paidFen)} />
      <Figure name="签名户数" value={households} />
      <Figure name="参与人次" value={people} />
    </dl>
  </section>
)

const Villages = ({ villages }: Pick<Board, 'villages'>) => (
  <section>
    <h2>村（社区）</h2>
    <ol className="num micro-board-villages">
      {villages.slice(0, 10).map(({ id, name, projects, finished }) => (
        <li key={id}>
          {name}
          <span>{`${projects}件，已验收${finished}件`}</span>
        </li>
      ))}
    </ol>
    {villages.length === 0 && <p className="quiet">还没有提交的项目。</p>}
  </section>
)

const source = (code: string, id: number) => `/micro/projects/${code}/pictures/${id}?size=1280`

const Works = ({ newest }: Pick<Board, 'newest'>) => (
  <section>
    <h2>新近完成</h2>
    <ul className="micro-board-works">
      {newest.map(({ id, code, title, villageName, leadName, beforeId, afterId }) => (
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

export default BoardPage
