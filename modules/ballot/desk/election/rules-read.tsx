import { Sheet } from '#platform/ui/desk/index.ts'
import { censusWords, orderWords } from '../words.ts'
import { CandidateLists } from './candidate-lists.tsx'
import type { Election } from './election-types.ts'

/** The rules as they stand, for reading. */
export const RulesRead = ({ election: { rules, census } }: { election: Election }) => (
  <Sheet title="规则与候选名单">
    <dl className="rules">
      <dt>用途</dt>
      <dd>{rules.effect}</dd>
      <dt>谁可以投</dt>
      <dd>
        {censusWords[rules.eligibility.census]}
        {rules.eligibility.census !== 'none' && <span className="num">（名册{census.toLocaleString()}人）</span>}
        {rules.groups.length > 1 && `；分开计票：${rules.groups.map(({ name }) => name).join('、')}`}
      </dd>
      <dt>候选次序</dt>
      <dd>{orderWords[rules.order]}</dd>
      <dt>改票</dt>
      <dd>{rules.changes === 0 ? '投出后不能改' : `截止前可以改${rules.changes}次，以最后一次为准`}</dd>
      <dt>作废理由</dt>
      <dd>{rules.voidReasons.map(({ name }) => name).join('；') || '没有规定，任何选票都不作废'}</dd>
      <dt>外部见证方</dt>
      <dd>{rules.witnesses.join('、') || '没有'}</dd>
    </dl>
    <CandidateLists categories={rules.categories} />
  </Sheet>
)
