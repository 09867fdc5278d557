import { EmptyState, LinkButton, Section } from '#platform/ui/site/index.ts'
import { type Election, phaseOf } from '../../election/load.ts'
import { phaseNames } from '../../shared/index.ts'
import { addressOf, windowOf } from '../frame.ts'

/** All votes, newest first. */
export const ElectionList = ({ elections }: { elections: Election[] }) => (
  <>
    <h1 class="unseen">网上评议</h1>
    <Section title="网上评议">
      {elections.length === 0 && <EmptyState title="现在没有网上评议" hint="开始以后会登在这里。" />}
      {elections.map(election => (
        <div class="row single">
          <div>
            <h3>
              <a href={addressOf(election)}>{election.rules.title}</a>
            </h3>
            <p class="num">
              {election.rules.organiser} · {windowOf(election)} · {phaseNames[phaseOf(election)]}
            </p>
          </div>
        </div>
      ))}
    </Section>
    <Section title="投过票？">
      <p>凭受理号可以查验您的选票在不在记录里。</p>
      <LinkButton href="/ballot/receipts">查验回执</LinkButton>
    </Section>
  </>
)
