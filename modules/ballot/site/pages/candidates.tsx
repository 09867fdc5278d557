import { Facts, LinkButton, Paper } from '#platform/ui/site/index.ts'
import { type Election, phaseOf } from '../../election/load.ts'
import type { Candidate, Category } from '../../shared/index.ts'
import { addressOf } from '../frame.ts'
import { orderWords, quotaWords } from '../words.ts'

type CategoryProps = { election: Election; category: Category; candidates: Candidate[] }

/** Those who stand in one category, in this browser's order. */
export const CategoryPage = ({ election, category, candidates }: CategoryProps) => (
  <Paper title={category.name}>
    <p class="why">
      共{candidates.length}名，{quotaWords(category)}。{orderWords(election.rules)}
    </p>
    <ul class="ballot-candidates">
      {candidates.map(candidate => (
        <li>
          <Portrait election={election} candidate={candidate} />
          <div>
            <h2>
              <a href={addressOf(election, `/candidates/${candidate.no}`)}>{candidate.name}</a>
            </h2>
            {candidate.unit && <p class="why">{candidate.unit}</p>}
            {candidate.summary && <p>{candidate.summary}</p>}
          </div>
        </li>
      ))}
    </ul>
    <VoteLink election={election} />
  </Paper>
)

/** The picture says nothing that the name beside it does not. */
export const Portrait = ({ election, candidate }: { election: Election; candidate: Candidate }) =>
  candidate.picture ? (
    <img class="portrait" src={pictureAt(election, candidate.picture)} alt="" width={84} height={112} loading="lazy" />
  ) : null

const pictureAt = (election: Election, hash: string) => addressOf(election, `/pictures/${hash}`)

type CandidateProps = { election: Election; category: Category; candidate: Candidate; comments: string[] }

/** One candidate with the deeds in full. */
export const CandidatePage = ({ election, category, candidate, comments }: CandidateProps) => (
  <Paper title={candidate.name}>
    {candidate.picture && (
      <img class="portrait large" src={pictureAt(election, candidate.picture)} alt={`${candidate.name}的照片`} />
    )}
    {paragraphs(candidate.deeds || candidate.summary).map(line => (
      <p>{line}</p>
    ))}
    {comments.length > 0 && <h2>百姓评语</h2>}
    {comments.map(words => (
      <blockquote class="ballot-comment">{words}</blockquote>
    ))}
    <Facts
      facts={[
        ...(candidate.unit ? [{ term: '单位', value: candidate.unit }] : []),
        {
          term: '类别',
          value: <a href={addressOf(election, `/categories/${category.key}`)}>{category.name}</a>,
        },
        { term: '编号', value: String(candidate.no) },
      ]}
    />
    <VoteLink election={election} />
  </Paper>
)

const paragraphs = (text: string) => text.split('\n').filter(line => line.trim() !== '')

const VoteLink = ({ election }: { election: Election }) =>
  phaseOf(election) === 'open' ? (
    <div class="ballot-actions">
      <LinkButton href={addressOf(election, '/vote')} main>
        去投票
      </LinkButton>
    </div>
  ) : null
