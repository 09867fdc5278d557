import type { Actor } from '#kernel/access/index.ts'
import { countsOf, createElection, type Election, onPublished, saveRules } from '#modules/ballot/index.ts'
import { type Rules, stateNames } from '#modules/ballot/shared/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { poolOf, requireOpenStage } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import type { StageOf } from '../../shared/index.ts'
import type { Obstacle } from '../stage.ts'
import { type OnBallot, onBallot } from './candidates.ts'
import { electionOf, matterOf, stageOf } from './held.ts'
import { ballotRecord, keepWindow, setWindow } from './result.ts'
import type { NewBallot } from './shared/api.ts'
import { recordVotes } from './votes.ts'

const effects = {
  reference: '投票结果供研究时参考，不直接决定去留。',
  weighted: '投票结果按方案规定的权重计入综合得分。',
}

/** What is found on the ballot's side alone can lead to a void; the office adds its own before the freeze. */
const voidReasons = [
  { code: 'script', name: '经核查为程序批量投票' },
  { code: 'bulk', name: '经核查为同一网段短时间内集中代投' },
]

/**
 * Lays down the vote with everyone who stands in the stage, to be looked over and frozen in the ballot's own pages.
 * @throws Problem `ballot.exists`, `ballot.confirmed`, `ballot.window`, `ballot.nobody`
 */
export const holdVote = async (tx: Tx, actor: Actor, run: StageRun, given: NewBallot): Promise<number> => {
  requireOpenStage(run)
  if (await electionOf(tx, run)) throw refuse('ballot.exists', '本环节的网上评议已经建立。')
  if (ballotRecord(run).result) throw refuse('ballot.confirmed', '已经录入其他平台的投票结果，不能再在本平台投票。')
  await setWindow(tx, actor, run, given)
  const ballot = await someone(tx, run)
  return createElection(tx, actor, {
    unitId: run.campaign.unitId,
    matter: matterOf(run),
    refs: ballot.refs,
    rules: rulesOf(run, given, ballot),
  })
}

const someone = async (tx: Tx, run: StageRun): Promise<OnBallot> => {
  const ballot = await onBallot(tx, run)
  if (ballot.categories.length === 0) throw refuse('ballot.nobody', '名单上还没有人，不能投票。', { status: 422 })
  return ballot
}

const utc = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: 'second' })

const rulesOf = ({ campaign, stage, key }: StageRun, given: NewBallot, { categories }: OnBallot): Rules => {
  const { voters, effect } = stage as StageOf<'ballot'>
  const counted = given.apart
    ? [
        { key: 'members', name: '党员' },
        { key: 'residents', name: '群众' },
      ]
    : [{ key: 'voters', name: voters }]
  return {
    id: `${campaign.slug}-${key}`.slice(0, 60),
    title: `${campaign.plan.title}网上评议`,
    organiser: campaign.organiserName,
    effect: effects[effect],
    hash: 'sha256',
    opensAt: utc(given.opensAt),
    closesAt: utc(given.closesAt),
    groups: counted,
    categories,
    order: 'shuffled',
    changes: 3,
    eligibility: { census: given.census, wechat: false, defaultGroup: counted.at(-1)!.key },
    voidReasons,
    witnesses: [],
  }
}

/**
 * Brings the draft's names up to date with the stage; what the office set for each category stays.
 * @throws Problem `ballot.none`, `ballot.frozen`
 */
export const refreshCandidates = async (tx: Tx, actor: Actor, run: StageRun): Promise<void> => {
  const election = await electionOf(tx, run)
  if (!election) throw refuse('ballot.none', '本环节还没有建立网上评议。')
  const { categories, refs } = await someone(tx, run)
  const kept = categories.map(category => {
    const before = election.rules.categories.find(({ key }) => key === category.key)
    const most = category.candidates.length
    return before
      ? { ...category, min: Math.min(before.min, most), max: Math.min(before.max, most), blank: before.blank }
      : category
  })
  await saveRules(tx, actor, election, { rules: { ...election.rules, categories: kept }, refs })
}

/** Where the vote is prepared and seen, and how it stands. */
export const voteStatus = async (db: Db, run: StageRun) => {
  const election = await electionOf(db, run)
  if (!election) return null
  const { id, slug, state, opensAt, closesAt } = election
  return {
    id,
    slug,
    state,
    stateName: stateNames[state],
    opensAt,
    closesAt,
    outdated: state === 'draft' && (await isOutdated(db, run, election)),
  }
}

const isOutdated = async (db: Db, run: StageRun, { refs }: Election): Promise<boolean> => {
  const standing = (await poolOf(db, run.id)).filter(({ outcome }) => outcome !== 'out')
  const listed = new Set(Object.values(refs))
  return standing.length !== listed.size || standing.some(({ nominationId }) => !listed.has(nominationId))
}

/** A vote that is held here ends with its published result, and the stage not before. */
export const voteObstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const election = await electionOf(db, run)
  if (!election || election.state === 'published') return []
  return [{ severity: 'block', message: `网上评议${stateNames[election.state]}，公布结果后才能结束本环节。` }]
}

/** The published counts go to whoever still stands; who fell out meanwhile keeps none. */
onPublished(async (tx, actor, election) => {
  const run = await stageOf(tx, election)
  const counts = countsOf(election)
  if (!run || !counts) return
  const pool = await poolOf(tx, run.id)
  const standing = new Set(pool.filter(({ outcome }) => outcome !== 'out').map(({ nominationId }) => nominationId))
  const groups = new Map(election.rules.groups.map(({ key, name }) => [key, name]))
  await keepWindow(tx, run, election)
  await recordVotes(tx, actor, run, {
    source: '本平台网上评议',
    counts: counts.flatMap(({ ref, count, byGroup }) =>
      ref !== null && standing.has(ref)
        ? {
            nominationId: ref,
            count,
            groups: byGroup.map(each => ({ name: groups.get(each.group)!, count: each.count })),
          }
        : [],
    ),
  })
})
