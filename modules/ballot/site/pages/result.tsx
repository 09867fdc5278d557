import { Facts, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { Election } from '../../election/load.ts'
import type { Result } from '../../shared/index.ts'
import { addressOf, longTime } from '../frame.ts'
import { type Group, Tally } from './tally.tsx'

const sum = (counts: number[]) => counts.reduce((all, each) => all + each, 0)

/** Fewer than this and a group's counts could tell who voted how. */
const leastShown = 5

type ResultProps = { election: Election; result: Result }

/** The published count, before and after voids, by group where it is large enough; ties stand beside each other. */
export const ResultPage = ({ election, result }: ResultProps) => {
  const { rules, publishedAt } = election
  const shown = shownGroups(election, result)
  const voided = result.voided.filter(({ count }) => count > 0)
  return (
    <Paper title="评议结果">
      <p>{rules.effect}票数相同的并列，不分先后。</p>
      <Facts
        facts={[
          { term: '公布时间', value: publishedAt ? longTime(publishedAt) : '' },
          { term: '发出凭证', value: `${sum(result.keys.map(({ issued }) => issued))}份` },
          {
            term: '投票',
            value: `${sum(result.keys.map(({ used }) => used))}人，收到选票${result.accepted}张，其中改票替代${result.superseded}张`,
          },
          { term: '作废', value: voided.length ? voidWords(election, voided) : '没有' },
          { term: '计入', value: `${sum(result.keys.map(({ counted }) => counted))}票` },
          { term: '简易领票', value: `${plainVotes(result)}票` },
        ]}
      />
      {rules.categories.length > 1 && (
        <nav class="jumps" aria-label="各类别">
          {rules.categories.map(({ key, name }) => (
            <a href={`#tally-${key}`}>{name}</a>
          ))}
        </nav>
      )}
      {rules.categories.map((category, at) => (
        <Tally category={category} tally={result.tally[at]!} groups={shown} />
      ))}
      {shown.length === 0 && rules.groups.length > 1 && (
        <p class="why">有的组计入不足{leastShown}票，为保护投票人，不分组列出。</p>
      )}
      <div class="ballot-actions">
        <LinkButton href={addressOf(election, '/record')}>自己核验一遍</LinkButton>
      </div>
    </Paper>
  )
}

const plainVotes = ({ keys }: Result) => sum(keys.filter(({ mode }) => mode === 'plain').map(({ counted }) => counted))

const voidWords = ({ rules }: Election, voided: Result['voided']) =>
  voided
    .map(({ code, count }) => `${rules.voidReasons.find(each => each.code === code)?.name ?? code}${count}张`)
    .join('，')

/** All groups or none: one that is left out could be worked out from the others. */
const shownGroups = ({ rules }: Election, { keys }: Result): Group[] => {
  const counted = rules.groups.map(({ key }) =>
    sum(keys.filter(({ group }) => group === key).map(each => each.counted)),
  )
  const tooSmall = counted.some(count => count > 0 && count < leastShown)
  return tooSmall || rules.groups.length < 2 ? [] : rules.groups.map(({ name }, at) => ({ name, at }))
}

export const NoResultYet = ({ election }: { election: Election }) => (
  <Paper title="结果还没有公布">
    <p>投票于{longTime(election.rules.closesAt)}截止。核对、签发以后在这里公布。</p>
  </Paper>
)
