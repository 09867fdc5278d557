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
        <p class="num">{[village && card.villageName, ...metaOf(card)].filter(Boolean).join(' · ')}</p>
      </li>
    ))}
  </ul>
)

const metaOf = ({ state, finishedOn, spentFen, leadName }: Card) => [
  `${leadName}牵头`,
  finishedOn ? `${chineseDate(finishedOn)}完工` : statusWords(state),
  finishedOn && spentFen > 0 && `花费${money(spentFen)}`,
]

/** What it came to in three figures. */
export const Sum = ({ projects, finished, people, spentFen }: Figures) => (
  <dl class="figures num">
    {[
      { term: '件微实事', value: projects },
      { term: '件已验收', value: finished },
      { term: '人次参与', value: people },
      { term: '元已花费', value: money(spentFen).slice(0, -1) },
    ].map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value.toLocaleString()}</dd>
      </div>
    ))}
  </dl>
)
