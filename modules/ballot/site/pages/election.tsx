import { BoxedAction, Facts, LinkButton, Paper } from '#platform/ui/site/index.ts'
import { type Election, phaseOf } from '../../election/load.ts'
import { phaseNames } from '../../shared/index.ts'
import { addressOf, longTime, windowOf } from '../frame.ts'
import { promise, quotaWords } from '../words.ts'

type ElectionProps = { election: Election; announcement: { code: string; title: string } | undefined }

/** One vote: what it is about, who stands in it, and the one thing to do now. */
export const ElectionPage = ({ election, announcement }: ElectionProps) => {
  const { rules } = election
  return (
    <Paper title={rules.title}>
      <p>{rules.effect}</p>
      <NextStep election={election} />
      <h2>候选对象</h2>
      <ul class="ballot-categories">
        {rules.categories.map(category => (
          <li>
            <a href={addressOf(election, `/categories/${category.key}`)}>{category.name}</a>
            <span class="num">
              共{category.candidates.length}名，{quotaWords(category)}
            </span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { term: '主办单位', value: rules.organiser },
          { term: '投票时间', value: windowOf(election) },
          ...(announcement
            ? [{ term: '投票公告', value: <a href={`/notices/${announcement.code}`}>{announcement.title}</a> }]
            : []),
        ]}
      />
    </Paper>
  )
}

const more = (election: Election) => (
  <>
    {promise} <a href={addressOf(election, '/about')}>了解更多</a>
  </>
)

const NextStep = ({ election }: { election: Election }) => {
  const phase = phaseOf(election)
  const { opensAt, closesAt } = election.rules
  if (phase === 'open')
    return (
      <BoxedAction title={`${longTime(closesAt)}截止`} text={more(election)}>
        <LinkButton href={addressOf(election, '/vote')} main>
          开始投票
        </LinkButton>
      </BoxedAction>
    )
  if (phase === 'published')
    return (
      <BoxedAction title="结果已经公布" text={more(election)}>
        <LinkButton href={addressOf(election, '/result')} main>
          看结果
        </LinkButton>
      </BoxedAction>
    )
  const title = phase === 'announced' ? `${longTime(opensAt)}开始投票` : phaseNames.counting
  return <BoxedAction title={title} text={more(election)} />
}
