import { accessRoutes } from '#kernel/access/index.ts'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { installQueue } from '#kernel/jobs/index.ts'
import { ballotRoutes } from '#modules/ballot/index.ts'
import { ballotDeskApi } from '#modules/ballot/shared/index.ts'
import { sampleRules } from '#modules/ballot/testing.ts'
import { selectionRoutes, shippedSources } from '#modules/selection/index.ts'
import { MAIN_FILE, nominationsApi, plansApi } from '#modules/selection/shared/index.ts'
import { setToday } from '#modules/selection/testing.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { fillStore } from './contents.ts'
import { microRows } from './micro-rows.ts'
import { type Asker, plantTree, signInEverybody, slips, visitor } from './places.ts'
import { idOf, paperRows, publicRows, reviewRows, stageRows } from './rows.ts'
import { draftName, personal } from './secrets.ts'

/** Ids and keys of rows by what they are, for the addresses of requests. */
export type Rows = Record<string, number | string>
/** Rows of every kind that could leak, all of one city's campaigns and of one unit that recommends in them. */
export type World = { askers: Asker[]; rows: Rows }

/** Jiaozuo's campaign, which has nearly every stage, and Luoyang's, which has the review; both are the city's. */
export const makeWorld = async (db: Db): Promise<World> => {
  await setToday(db, '2017-03-20')
  await fillStore()
  await inTransaction(db, installQueue)
  const server = testApi(
    db,
    api => accessRoutes(api, { demo: true }),
    selectionRoutes,
    api => ballotRoutes(api, { clientAddress: () => 'unknown' }),
  )
  const units = await plantTree(db)
  const askers = await signInEverybody(server, units)
  const organiser = await server.signedIn({ unitId: units.city, roles: ['organiser'], name: '经办' })
  const issuer = await server.signedIn({ unitId: units.city, roles: ['issuer'], name: '签发' })
  const clerk = await server.signedIn({ unitId: units.own, roles: ['recommender'], name: '区经办' })
  const running = await start(organiser, 'jiaozuo-2017', takingSelfRecommendations)
  const { campaign: reviewed } = await start(organiser, 'luoyang-2021')
  const held = { ...running, reviewed, ...(await nominate(db, clerk, running.campaign)) }
  const rows = {
    ...held,
    ...(await stageRows(db, held)),
    ...(await reviewRows(db, held)),
    ...(await publicRows(db, units)),
    ...(await paperRows(db, held, askers.find(({ name }) => name === 'organiser at city')!.ids!.postId)),
    ...(await elections(db, organiser, issuer)),
  }
  const micro = named('micro', await microRows(db, units, rows.key))
  const sender = askers.find(({ name }) => name === 'recommender at own')!.ids!.accountId
  await sql`insert into files.upload (key, name, bytes, uploaded_by)
    values (${rows.key}, '示例.pdf', 10, ${`account:${sender}`})`.execute(db)
  const { accountId: account, postId: post } = clerk.ids
  const person = await idOf(db, sql`select person_id as id from access.account where id = ${account}`)
  return {
    askers: [...askers, ...(await slips(db, rows)), visitor],
    rows: { ...rows, ...micro, account, post, person, unit: units.own },
  }
}

/** A room's rows under names that meet no other room's. */
const named = (room: string, rows: Record<string, number>): Rows =>
  Object.fromEntries(Object.entries(rows).map(([name, id]) => [`${room}.${name}`, id]))

/** The plan as it would be if the public could put up somebody, too. */
const takingSelfRecommendations = (plan: string) =>
  plan.replace(
    '    branchVote: true\n',
    '    branchVote: true\n    selfRecommendation: { form: fine-member, goesTo: region }\n',
  )

const start = async (organiser: TestClient, shipped: string, changed = (plan: string) => plan) => {
  const sources = await shippedSources(shipped)
  const from = { sources: { ...sources, [MAIN_FILE]: changed(sources[MAIN_FILE]!) } }
  const { id: plan } = await organiser.call(plansApi.addPlan, { body: { from } })
  const { id: version } = await organiser.call(plansApi.publishPlan, {
    params: { id: plan },
    body: { reason: '首次发布' },
  })
  const { id: campaign } = await organiser.call(plansApi.startCampaign, { body: { planVersionId: version } })
  return { plan, version, campaign }
}

/** A draft and a nomination that was handed in, of the same unit. */
const nominate = async (db: Db, clerk: TestClient, campaign: number) => {
  const submission = await idOf(
    db,
    sql`select id from selection.submission where campaign_id = ${campaign} and unit_id = ${clerk.ids.unitId}`,
  )
  const body = { category: 'fine-member' }
  const { id: draft } = await clerk.call(nominationsApi.addNomination, { params: { id: submission }, body })
  const { id: nomination } = await clerk.call(nominationsApi.addNomination, { params: { id: submission }, body })
  await sql`update selection.nomination set name = ${draftName} where id = ${draft}`.execute(db)
  await sql`update selection.nomination set state = 'submitted', name = '张三',
    answers = ${JSON.stringify({ name: '张三', ...personal })}::jsonb where id = ${nomination}`.execute(db)
  return { submission, draft, nomination }
}

/** A vote that is being prepared, and one that is frozen and announced. */
const elections = async (db: Db, organiser: TestClient, issuer: TestClient) => {
  const draft = async (rules = sampleRules()) => ({
    rules,
    ...(await organiser.call(ballotDeskApi.createElection, { body: { rules } })),
  })
  const { id: election, rules } = await draft()
  const eligibility = { census: 'none' as const, wechat: false, defaultGroup: 'residents' }
  const frozen = await draft(sampleRules({ eligibility }))
  await issuer.call(ballotDeskApi.freezeElection, { params: { id: frozen.id }, body: {} })
  const ballotComment = await idOf(
    db,
    sql`insert into ballot.comment (election_id, candidate, author_hash, words)
      values (${election}, 1, ${Buffer.from('author')}, '办事公道。') returning id`,
  )
  return { election, draftSlug: rules.id, electionSlug: frozen.rules.id, ballotComment }
}
