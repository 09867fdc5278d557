import { moneyApi, projectApi, type State, signatureApi } from '#modules/micro-projects/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { goTo } from '../clock.ts'
import type { House } from '../house.ts'
import { attach, buy, propose, type Started, type Town } from './propose.ts'
import { sceneJpeg, sheetJpeg } from './scenes.ts'
import { makeStreet } from './street.ts'
import { works } from './works.ts'

/** The way of a project, as far as the demo's year goes. */
const way: State[] = [
  'draft',
  'secretary',
  'office',
  'leader',
  'amount',
  'meeting',
  'building',
  'completed',
  'publicity',
  'acceptance',
  'committee',
  'accepted',
  'paid',
]
const comesTo = (state: State, { work }: Started) => way.indexOf(work.upTo) >= way.indexOf(state)

const batchOf = (batch: number) =>
  works.map((work, at) => ({ work, seed: at + 1 })).filter(({ work }) => work.batch === batch)

/**
 * A year of 示例街道: projects in every state, and some with planted problems that the checks find. It goes on in parts
 * between the demo's other matters, since the business clock moves forward only.
 */
export const microYear = async (db: Db, house: House, parentId: number) => {
  await goTo(db, '2026-01-08')
  const town: Town = { db, house, street: await makeStreet(db, parentId, 2026) }
  await goTo(db, '2026-01-20')
  const first: Started[] = []
  for (const { work, seed } of batchOf(1)) first.push(await propose(town, work, seed))
  await approve(town, first)
  await goTo(db, '2026-01-28')
  await meet(town, first)
  const come = (state: State) => first.filter(each => comesTo(state, each))
  return {
    /** On 2 April, the day on which the city's campaign ended. */
    finishWorks: async () => {
      for (const project of come('completed')) await finish(town, project)
      for (const project of come('acceptance')) await publicise(town, project, '2026-04-02')
    },
    acceptAndPay: async () => {
      await goTo(db, '2026-04-28')
      for (const project of come('committee')) await accept(town, project)
      for (const project of first.filter(({ work }) => work.ended === 'ended')) await giveUp(town, project)
      for (const project of come('paid')) await pay(town, project)
    },
    proposeAgain: async () => {
      await goTo(db, '2026-05-14')
      const second: Started[] = []
      for (const { work, seed } of batchOf(2)) second.push(await propose(town, work, seed))
      await approve(town, second)
      for (const { id, work, staff } of second)
        if (work.ended === 'withdrawn')
          await (await house.as(staff)).call(projectApi.withdrawProject, { params: { id }, body: {} })
    },
    /** On 19 May, when the model citizens are publicised. */
    publiciseLast: async () => {
      for (const project of first.filter(({ work }) => work.upTo === 'publicity'))
        await publicise(town, project, '2026-05-19')
    },
  }
}

const take = async (
  { house }: Town,
  login: string,
  id: number,
  step: 'secretary' | 'office' | 'leader' | 'amount' | 'committee',
  fen?: number,
) =>
  (await house.as(login)).call(projectApi.takeStep, {
    params: { id },
    body: {
      step,
      outcome: 'pass',
      comment: step === 'office' ? '已逐户回访核实。' : '',
      ...(fen !== undefined && { fen }),
    },
  })

/** 申报、村级同意、回访、审核、核定, each as far as the project has come. */
const approve = async (town: Town, projects: Started[]): Promise<void> => {
  for (const project of projects) {
    const { id, staff, secretary, work } = project
    if (!comesTo('secretary', project)) continue
    await (await town.house.as(staff)).call(projectApi.submitProject, { params: { id }, body: {} })
    if (comesTo('office', project)) await take(town, secretary, id, 'secretary')
    if (!comesTo('leader', project)) continue
    await callBack(town, id)
    await take(town, 'street-office', id, 'office')
    if (comesTo('amount', project)) await take(town, 'street-leader', id, 'leader')
    const fen = work.lines.reduce((sum, [, , yuan]) => sum + yuan * 100, 0)
    if (comesTo('meeting', project)) await take(town, 'street-finance', id, 'amount', fen)
  }
}

const callBack = async ({ house }: Town, projectId: number): Promise<void> => {
  const office = await house.as('street-office')
  const { rows } = await office.call(signatureApi.listCallBacks, { query: { projectId } })
  for (const { id } of rows)
    await office.call(signatureApi.enterCallBack, { params: { id }, body: { outcome: 'confirmed', note: '电话回访' } })
}

const meet = async ({ house, street }: Town, projects: Started[]): Promise<void> => {
  await (await house.as('street-member')).call(projectApi.recordMeeting, {
    params: { id: street.programmeId },
    body: {
      heldOn: '2026-01-28',
      attendees: '街道党工委委员7人',
      resolution: '同意第一批微实事项目及核定经费。',
      decisions: projects.map(({ id, work }) =>
        work.ended === 'rejected'
          ? { projectId: id, outcome: 'reject' as const, comment: '村部已有同类设施，建议先维修。' }
          : { projectId: id, outcome: 'pass' as const },
      ),
    },
  })
}

const giveUp = async ({ house }: Town, { id }: Started): Promise<void> => {
  const body = { reason: '水塘护栏已列入今年的危塘整治，由整治项目一并更换。' }
  await (await house.as('street-office')).call(projectApi.endProject, { params: { id }, body })
}

const finish = async (town: Town, project: Started): Promise<void> => {
  const { id, staff, work, seed } = project
  const participants = 9 + (seed % 8)
  await buy(town, project, '2026-03-10')
  await attach(town, project, 'after', await sceneJpeg(work.scene, seed, 'after'))
  await (await town.house.as(staff)).call(projectApi.completeProject, {
    params: { id },
    body: {
      finishedOn: '2026-04-02',
      participants,
      people: await membersOf(town, work.village, participants),
      text: `${work.scale}，已全部完成，${work.effect}。`,
    },
  })
}

/** Names of a village's members, as many as took part. */
const membersOf = async ({ db, street }: Town, village: number, many: number): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from micro.member where village_id = ${street.villages[village]!.id} order by id limit ${many}`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

/** On the site by three people, on the wall by the village. */
const publicise = async (town: Town, project: Started, postedOn: string): Promise<void> => {
  const { id, staff, secretary, seed } = project
  const params = { id }
  const clerk = await town.house.as(staff)
  await clerk.call(projectApi.publishProject, { params, body: {} })
  await (await town.house.as(secretary)).call(projectApi.approveNotice, { params, body: { secrecyChecked: true } })
  await (await town.house.as('street-office')).call(projectApi.issueNotice, { params, body: {} })
  await clerk.call(projectApi.postNotice, { params, body: { postedOn } })
  await attach(town, project, 'notice', await sheetJpeg('notice', seed))
}

const accept = async (town: Town, project: Started): Promise<void> => {
  const { id, secretary, work } = project
  const params = { id }
  const text = `${work.scale}，质量合格，${work.effect}。`
  await (await town.house.as(secretary)).call(projectApi.fillAcceptance, { params, body: { text } })
  if (!comesTo('accepted', project)) return
  await take(town, 'street-member', id, 'committee')
  const office = await town.house.as('street-office')
  await office.call(projectApi.orderPlaque, {
    params,
    body: { textKey: work.lead === 0 ? 'representatives' : 'party-members' },
  })
}

const pay = async ({ house, street }: Town, { id, work, staff }: Started): Promise<void> => {
  const params = { id }
  const fen = work.lines.reduce((sum, [, , yuan]) => sum + yuan * 100, 0)
  const payee = `${street.villages[work.village]!.name}村集体账户`
  const body = { fen, voucher: `记-0428-${id}`, payee, paidOn: '2026-04-28' }
  await (await house.as('street-finance')).call(moneyApi.payProject, { params, body })
  await (await house.as(staff)).call(projectApi.hangPlaque, { params, body: { hungOn: '2026-04-28' } })
}
