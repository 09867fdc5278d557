import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { discreetTitle } from '../shared/index.ts'
import type { Card, Figures } from './queries.ts'
import { money, pictureAddress, statusWords } from './words.ts'

/** Projects as pictures with a line each. */
export const Cards = ({ cards, village }: { cards: Card[]; village?: boolean }) => (
  <ul class="micro-cards">
    {cards.map(card => (
      <li>
        <a href={`/micro/projects/${card.code}`}>
          {card.pictureId === null ? (
            <span class="micro-no-picture" aria-hidden="true">
              实事
            </span>
          ) : (
            <img
              src={pictureAddress(card.code, card.pictureId, '320')}
              alt=""
              width="320"
              height="240"
              loading="lazy"
            />
          )}
          <h3>{discreetTitle(card.title)}</h3>
        </a>
        <p class="num micro-meta">
          {[village && card.villageName, ...metaOf(card)].filter(Boolean).map(part => (
            <span>{part}</span>
          ))}
        </p>
      </li>
    ))}
  </ul>
)

const metaOf = ({ state, finishedOn, spentFen, leadName }: Card) => [
  `${leadName}牵头`,
  finishedOn ? `${chineseDate(finishedOn)}完工` : statusWords(state),
  finishedOn && spentFen > 0 && `花费${money(spentFen)}`,
]

/** What it came to in a few figures; of a village the households that signed, too. */
export const Sum = ({ projects, finished, people, spentFen, households }: Figures & { households?: number }) => (
  <dl class="figures num">
    {[
      { term: '件微实事', value: projects },
      { term: '件已验收', value: finished },
      ...(households === undefined ? [] : [{ term: '户签名支持', value: households }]),
      { term: '人次出力', value: people },
      { term: '元已花费', value: money(spentFen).slice(0, -1) },
    ].map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value.toLocaleString()}</dd>
      </div>
    ))}
  </dl>
)
