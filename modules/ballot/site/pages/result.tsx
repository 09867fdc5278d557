import { Facts, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { Election } from '../../election/load.ts'
import type { Result } from '../../shared/index.ts'
import { addressOf, longTime } from '../frame.ts'
import { leastShown, shownGroups, sum, turnoutWords, voidedWords } from '../result-words.ts'
import { Tally } from './tally.tsx'

type ResultProps = { election: Election; result: Result; notice: { code: string; title: string } | undefined }

/** The published count, before and after voids, by group where it is large enough; ties stand beside each other. */
export const ResultPage = ({ election, result, notice }: ResultProps) => {
  const { rules, publishedAt } = election
  const shown = shownGroups(rules, result)
  return (
    <Paper title="评议结果">
      <p>{rules.effect}票数相同的并列，不分先后。</p>
      <Facts
        facts={[
          { term: '公布时间', value: publishedAt ? longTime(publishedAt) : '' },
          { term: '发出凭证', value: `${sum(result.keys.map(({ issued }) => issued))}份` },
          { term: '投票', value: turnoutWords(result) },
          { term: '作废', value: voidedWords(rules, result) },
          { term: '计入', value: `${sum(result.keys.map(({ counted }) => counted))}票` },
          { term: '简易领票', value: `${plainVotes(result)}票` },
          ...(notice ? [{ term: '结果公告', value: <a href={`/notices/${notice.code}`}>{notice.title}</a> }] : []),
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

export const NoResultYet = ({ election }: { election: Election }) => (
  <Paper title="结果还没有公布">
    <p>投票于{longTime(election.rules.closesAt)}截止。核对、签发以后在这里公布。</p>
  </Paper>
)
