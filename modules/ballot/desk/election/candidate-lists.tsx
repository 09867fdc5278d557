import type { Category } from '../../shared/index.ts'
import { limitWords } from '../words.ts'

/** Whom the ballot shows, category by category, folded. */
export const CandidateLists = ({ categories }: { categories: Category[] }) =>
  categories.map(({ key, name, candidates, ...limits }) => (
    <details key={key}>
      <summary>
        {name}：{limitWords(limits)}，候选{candidates.length}名
      </summary>
      <ol className="names">
        {candidates.map(each => (
          <li key={each.no} value={each.no}>
            {each.name} <span className="quiet">{each.unit}</span>
          </li>
        ))}
      </ol>
    </details>
  ))
