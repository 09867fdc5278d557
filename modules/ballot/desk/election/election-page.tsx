import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import { Answered, Page, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { ballotDeskApi, stateNames } from '../../shared/index.ts'
import { toneOf } from '../words.ts'
import { Announcement } from './announcement.tsx'
import { Checklist } from './checklist.tsx'
import { Cleaning } from './cleaning.tsx'
import { Comments } from './comments.tsx'
import { Counting } from './counting.tsx'
import type { Election } from './election-types.ts'
import { ResultSheet } from './result-sheet.tsx'
import { RulesForm } from './rules-form.tsx'
import { RulesRead } from './rules-read.tsx'
import { TurnoutSheet } from './turnout-sheet.tsx'
import '../ballot.css'

const MINUTE = 60_000

/** One vote from its rules to its result; what the day asks for stands first. */
const ElectionPage = () => {
  const { id = '' } = useParams()
  const election = useEndpoint(ballotDeskApi.getDeskElection, { params: { id: Number(id) } }, { refreshMs: MINUTE })
  return <Answered of={election}>{data => <ElectionView election={data} />}</Answered>
}

const ElectionView = ({ election }: { election: Election }) => (
  <Page title={election.title} meta={<Meta election={election} />} actions={<Links election={election} />}>
    {election.state === 'draft' && <Checklist election={election} />}
    {election.turnout && <TurnoutSheet election={election} turnout={election.turnout} />}
    <Announcement election={election} />
    <Counting election={election} />
    {election.state === 'drained' && <Cleaning election={election} />}
    {election.result && <ResultSheet election={election} result={election.result} />}
    {election.permissions.edit ? (
      <RulesForm key={election.id} election={election} />
    ) : (
      <RulesRead election={election} />
    )}
    {election.permissions.moderate && election.state !== 'draft' && <Comments election={election} />}
  </Page>
)

const Meta = ({ election: { unitName, state, opensAt, closesAt, fingerprint } }: { election: Election }) => (
  <>
    <StateTag tone={toneOf(state)}>{stateNames[state]}</StateTag> {unitName} · {momentWords(opensAt)}至
    {momentWords(closesAt)}
    {fingerprint && (
      <span className="fingerprint" title={fingerprint}>
        {' '}
        · 规则指纹 {fingerprint.slice(0, 16)}…
      </span>
    )}
  </>
)

const Links = ({ election: { id, slug, state } }: { election: Election }) =>
  state === 'draft' ? null : (
    <>
      <Link to={`/ballot/elections/${id}/board`}>
        <Button>投票大屏</Button>
      </Link>
      <Button href={`/ballot/${slug}`} target="_blank">
        公开页面
      </Button>
    </>
  )

export default ElectionPage
