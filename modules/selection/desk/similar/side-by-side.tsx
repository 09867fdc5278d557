import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { similarApi } from '../../shared/index.ts'

type Pair = AnswerOf<typeof similarApi.listSimilar>['pairs'][number]
type Text = AnswerOf<typeof similarApi.compareArticles>['left']

/** Two articles side by side with what they have in common marked. */
export const SideBySide = ({ pair: { left, right } }: { pair: Pair }) => {
  const both = useEndpoint(similarApi.compareArticles, {
    params: { id: left.id, otherId: right.id },
    query: { material: left.material, otherMaterial: right.material },
  })
  return (
    <Answered of={both}>
      {texts => (
        <div className="side-by-side">
          <Article text={texts.left} />
          <Article text={texts.right} />
        </div>
      )}
    </Answered>
  )
}

const Article = ({ text }: { text: Text }) => (
  <article>
    <h3>{text.title || '（未填标题）'}</h3>
    <p>
      <Link to={`/selection/nominations/${text.id}`}>{text.name}</Link> · {text.unitName}
    </p>
    <div className="compared">
      {text.parts.map((part, index) =>
        part.common ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </div>
  </article>
)
