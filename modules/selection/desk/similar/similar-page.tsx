import { Alert } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { similarApi } from '../../shared/index.ts'
import { SideBySide } from './side-by-side.tsx'
import './similar.css'

type Pair = AnswerOf<typeof similarApi.listSimilar>['pairs'][number]

/** 材料查重: articles with passages in common, side by side. People judge; the page only shows. */
const SimilarPage = () => {
  const id = Number(useParams().id)
  const list = useEndpoint(similarApi.listSimilar, { params: { id }, query: {} }, { freshMs: 60_000 })
  const [opened, setOpened] = useState<Pair>()
  return (
    <Page title="材料查重" meta={<Link to={`/selection/campaigns/${id}`}>返回总览</Link>}>
      <Alert
        type="info"
        showIcon
        title="这里只把文字相同的段落并排列出，不作结论。引用文件原文、同一项目由多个单位共建等都会相同，请看过两份材料再作判断。"
      />
      <Sheet className="similar-pairs">
        <Answered of={list}>
          {({ compared, pairs }) =>
            pairs.length === 0 ? (
              <EmptyState title="没有文字相近的材料" hint={`比较了${compared}份已上报的材料。`} />
            ) : (
              <ul>
                {pairs.map(pair => (
                  <PairLine
                    key={keyOf(pair)}
                    pair={pair}
                    open={opened === pair}
                    onOpen={() => setOpened(opened === pair ? undefined : pair)}
                  />
                ))}
              </ul>
            )
          }
        </Answered>
      </Sheet>
    </Page>
  )
}

const keyOf = ({ left, right }: Pair) => `${left.id}.${left.material}|${right.id}.${right.material}`

const PairLine = ({ pair, open, onOpen }: { pair: Pair; open: boolean; onOpen: () => void }) => (
  <li>
    <button type="button" aria-expanded={open} onClick={onOpen}>
      <span>
        <b>{pair.left.name}</b> {pair.left.unitName} {pair.left.material}
      </span>
      <span>
        <b>{pair.right.name}</b> {pair.right.unitName} {pair.right.material}
      </span>
      <span className="num">
        相同{pair.common}字，占较短一份的{Math.round(pair.share * 100)}%
      </span>
    </button>
    {open && <SideBySide pair={pair} />}
  </li>
)

export default SimilarPage
