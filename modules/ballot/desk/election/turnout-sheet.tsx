import { momentWords } from '#kernel/calendar/shared/index.ts'
import { Sheet } from '#platform/ui/desk/index.ts'
import type { Election, Turnout } from './election-types.ts'
import { Growth } from './growth.tsx'

/** How many came, never for whom. */
export const TurnoutSheet = ({ election, turnout }: { election: Election; turnout: Turnout }) => (
  <Sheet title="参与情况" extra={!election.result && <span>定账之前不计票，谁也看不到得票</span>}>
    <dl className="figures num">
      {issuedByGroup(election, turnout).map(({ name, count }) => (
        <Figure key={name} term={`${name}领票`} value={count} />
      ))}
      <Figure term="已入账选票" value={turnout.logged} />
      <Figure term="待入账" value={turnout.waiting} />
    </dl>
    <Growth points={turnout.growth} />
    {turnout.lastHead && (
      <p className="num">
        最近签名的树头：第{turnout.lastHead.size}条，{momentWords(turnout.lastHead.time)}，
        {turnout.lastHead.witnesses.length > 0
          ? turnout.lastHead.witnesses.map(({ name, sentAt }) => `${name}${sentAt ? '已收' : '未送达'}`).join('，')
          : '没有外部见证方'}
        。
      </p>
    )}
  </Sheet>
)

export const Figure = ({ term, value }: { term: string; value: number }) => (
  <div>
    <dt>{term}</dt>
    <dd>{value.toLocaleString()}</dd>
  </div>
)

/** Credentials of both modes, by group. */
export const issuedByGroup = ({ rules }: Pick<Election, 'rules'>, { issued }: Pick<Turnout, 'issued'>) =>
  rules.groups.map(({ key, name }) => ({
    name,
    count: issued.filter(({ group }) => group === key).reduce((sum, { count }) => sum + count, 0),
  }))
