import type { Election } from '../../election/load.ts'
import type { Candidate, Category, ChoiceFlaw, Choices } from '../../shared/index.ts'
import { addressOf } from '../frame.ts'
import { inOrder } from '../order.ts'
import { Portrait } from '../pages/candidates.tsx'
import { quotaWords } from '../words.ts'

type PaperProps = { election: Election; seed: number; choices: Choices; flaws: ChoiceFlaw[] }

/** The ballot paper: a box for every candidate, one group for each category. It is the same with and without script. */
export const BallotPaper = ({ election, seed, choices, flaws }: PaperProps) => (
  <>
    {election.rules.categories.map((category, at) => (
      <CategoryChoice
        election={election}
        category={category}
        candidates={inOrder(election.rules, category, seed)}
        chosen={choices[at] ?? []}
        flaw={flaws.find(({ category: key }) => key === category.key)?.message}
      />
    ))}
  </>
)

type ChoiceProps = {
  election: Election
  category: Category
  candidates: Candidate[]
  chosen: number[]
  flaw: string | undefined
}

const CategoryChoice = ({ election, category, candidates, chosen, flaw }: ChoiceProps) => {
  const { key, name, min, max, blank } = category
  return (
    <fieldset
      class={flaw ? 'field field-wrong ballot-category' : 'field ballot-category'}
      id={`field-${key}`}
      tabindex={-1}
      data-category={key}
      data-name={name}
      data-min={min}
      data-max={max}
      data-blank={blank ? 'yes' : 'no'}
      aria-describedby={`rule-${key}${flaw ? ` error-${key}` : ''}`}
    >
      <legend>{name}</legend>
      <p class="hint num" id={`rule-${key}`}>
        {quotaWords(category)}。共{candidates.length}名。
      </p>
      <p class="error" id={`error-${key}`} hidden={!flaw}>
        {flaw}
      </p>
      {candidates.map(candidate => (
        <CandidateBox election={election} category={key} candidate={candidate} chosen={chosen.includes(candidate.no)} />
      ))}
      <p class="ballot-count num" role="status" hidden />
    </fieldset>
  )
}

type BoxProps = { election: Election; category: string; candidate: Candidate; chosen: boolean }

const CandidateBox = ({ election, category, candidate, chosen }: BoxProps) => (
  <div class="ballot-box">
    <label class="choice">
      <input
        type="checkbox"
        name={`c-${category}`}
        value={String(candidate.no)}
        checked={chosen}
        data-name={candidate.name}
      />
      <Portrait election={election} candidate={candidate} />
      <span>
        <b>{candidate.name}</b>
        {candidate.unit && <small>{candidate.unit}</small>}
        {candidate.summary && <small>{candidate.summary}</small>}
      </span>
    </label>
    <a class="ballot-deeds" href={addressOf(election, `/candidates/${candidate.no}`)} target="_blank" rel="noopener">
      事迹<span class="unseen">：{candidate.name}，在新窗口打开</span>
    </a>
  </div>
)
