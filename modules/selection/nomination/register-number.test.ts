import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { shippedPlan, shippedSources } from '../plan/shelf.ts'
import { sampleNominee } from '../sample/index.ts'
import { nominationsApi, submissionsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const today = '2017-04-10'
const plan = await shippedPlan('jiaozuo-2017')
/** Jiaozuo's real plan without its rules, which would ask for vetting and meetings that are no matter of numbers. */
const sources = { ...(await shippedSources('jiaozuo-2017')), 'rules.yaml': '[]\n' }
const campaign = await testCampaign(db, { sources, today })
const { organiser } = campaign
const unitOf = async (unitName: string) => ({ unitName, ...(await campaign.clerkOf(unitName)) })
const [first, second, third] = [await unitOf('解放区'), await unitOf('公安局'), await unitOf('温县')]
type Unit = typeof first

let seed = 0
const putUp = async ({ clerk, submissionId, unitName }: Unit, ...categories: string[]) => {
  const unit = plan.units.find(({ name }) => name === unitName)!
  const sample = { name: unit.name, class: unit.class, recommender: unit.recommender ?? unit.name }
  const ids = []
  for (const category of categories) {
    seed += 1
    const params = { id: submissionId }
    const { id } = await clerk.call(nominationsApi.addNomination, { params, body: { category } })
    const { name: _, ...content } = sampleNominee(plan, category, sample, { seed, today })
    await clerk.call(nominationsApi.saveNomination, { params: { id }, body: { revision: 0, ...content } })
    ids.push(id)
  }
  return ids
}
/** Hands in without the checks of a real 上报, which are told elsewhere, and is received through the real door. */
const receive = async ({ submissionId }: Unit) => {
  await sql`update selection.nomination set state = 'submitted'
    where submission_id = ${submissionId} and state in ('draft', 'returned')`.execute(db)
  await sql`update selection.submission set state = 'submitted' where id = ${submissionId}`.execute(db)
  await organiser.call(submissionsApi.accept, { params: { id: submissionId } })
}
const numbersOf = async (ids: number[]) => {
  const { rows } = await sql<{ id: number; no: string | null }>`
    select id, register_no as no from selection.nomination where id = any(${ids}::bigint[])`.execute(db)
  return ids.map(id => rows.find(row => row.id === id)!.no)
}
const printed = async (id: number) =>
  (await organiser.call(nominationsApi.getNomination, { params: { id } })).answers.serial

const ids = await putUp(first, 'fine-member', 'top-member', 'fine-member')
const others = await putUp(second, 'fine-member')

describe('编号', () => {
  it('is given when the organiser receives the list, by category and rank, and stands in the form', async () => {
    expect(await numbersOf(ids)).toEqual([null, null, null])
    await receive(first)
    await receive(second)
    expect(await numbersOf(ids)).toEqual(['2017301001', '2017201001', '2017301002'])
    expect(await numbersOf(others)).toEqual(['2017313001'])
    expect(await printed(ids[0]!)).toBe('2017301001')
    expect((await history(db, 'submission', first.submissionId)).map(({ action }) => action)).toContain(
      'selection.nomination.number',
    )
  })

  it('stays with the name when the list goes back and comes again, and a newcomer gets the next', async () => {
    await organiser.call(submissionsApi.giveBack, {
      params: { id: first.submissionId },
      body: { dueOn: '2017-04-14', items: [{ nominationId: null, comment: '请补充' }] },
    })
    await first.clerk.call(nominationsApi.removeNomination, { params: { id: ids[2]! }, body: { back: false } })
    const [added] = await putUp(first, 'fine-member')
    await receive(first)
    expect(await numbersOf([...ids, added!])).toEqual(['2017301001', '2017201001', '2017301002', '2017301003'])
  })

  it('is not the unit’s to write', async () => {
    const { clerk } = third
    const [id] = await putUp(third, 'fine-member')
    const body = { revision: 1, answers: { serial: '2017301001' }, articles: {}, particulars: {} as never, reasons: [] }
    await clerk.call(nominationsApi.saveNomination, { params: { id: id! }, body })
    expect((await clerk.call(nominationsApi.getNomination, { params: { id: id! } })).answers.serial).toBe(undefined)
  })
})
