import { describe, expect, it } from 'vitest'
import { countQueries, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'
import { placeNames } from './name-order.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-04-20' })
await bringTo(db, campaign, 'shortlist', { units: 3, perCategory: { 'fine-member': 2, 'top-member': 1 } })
const names = ['丁一', '欧阳二', '王三', '欧四', '李五', '丁二一', '张七', '龘八', '王九']
for (const [n, name] of names.entries())
  await sql`update selection.nomination set name = ${name}, score = ${n % 3 === 0 ? null : 90 - n},
    submitted_at = timestamptz '2017-04-01' + ${n % 4} * interval '1 day',
    state = (array['accepted', 'returned', 'submitted'])[${(n % 3) + 1}]
    where id = (select id from selection.nomination order by id offset ${n} limit 1)`.execute(db)
await placeNames(db)

type Query = Partial<NonNullable<Parameters<typeof ask>[0]>>
const ask = (
  query: { order?: 'unit' | 'name' | 'category' | 'score' | 'state' | 'submitted' } & Record<string, unknown>,
) =>
  campaign.organiser.call(campaignsApi.listNominations, {
    params: { id: campaign.campaignId },
    query: query as never,
  })
/** Every page of two rows, one after the other. */
const turned = async (query: Query) => {
  const rows = []
  const totals = new Set<number>()
  for (let after: string | null | undefined; after !== null; ) {
    const page = await ask({ ...query, limit: 2, ...(after && { after }) })
    rows.push(...page.rows)
    totals.add(page.total)
    after = page.next
  }
  return { rows, totals: [...totals] }
}
const orders = ['unit', 'name', 'category', 'score', 'state', 'submitted'] as const

describe('the organiser’s list', () => {
  it('comes out the same page by page as at once, in every order and either way, with its exact total', async () => {
    for (const order of orders)
      for (const direction of ['asc', 'desc']) {
        const whole = await ask({ order, direction, limit: 200 })
        const { rows, totals } = await turned({ order, direction })
        expect([order, rows, totals]).toEqual([order, whole.rows, [9]])
        expect(new Set(rows.map(({ id }) => id)).size).toBe(9)
      }
  })

  it('stands by strokes: family names first, 欧 before 欧阳, a character without known strokes last', async () => {
    const { rows } = await ask({ order: 'name' })
    expect(rows.map(({ name }) => name)).toEqual([
      '丁一',
      '丁二一',
      '王九',
      '王三',
      '李五',
      '张七',
      '欧四',
      '欧阳二',
      '龘八',
    ])
  })

  it('stands by score, by state and by time as a reader expects, those without at the low end', async () => {
    const scores = (await ask({ order: 'score', direction: 'desc' })).rows.map(({ score }) => score)
    expect(scores).toEqual([89, 88, 86, 85, 83, 82, null, null, null])
    const states = (await ask({ order: 'state' })).rows.map(({ state }) => state)
    expect(states).toEqual([...Array(3).fill('submitted'), ...Array(3).fill('returned'), ...Array(3).fill('accepted')])
    const times = (await ask({ order: 'submitted' })).rows.map(({ submittedAt }) => submittedAt!)
    expect(times).toEqual(times.toSorted())
  })

  it('stands by category in the plan’s order, and keeps it under a filter', async () => {
    const { rows } = await ask({ order: 'category' })
    expect([...new Set(rows.map(({ category }) => category))]).toEqual(['top-member', 'fine-member'])
    const filtered = await turned({ order: 'name', category: 'fine-member', state: 'submitted' })
    expect(filtered.rows.every(row => row.category === 'fine-member' && row.state === 'submitted')).toBe(true)
    expect(filtered.totals).toEqual([filtered.rows.length])
  })

  it('asks the same few statements in every order', async () => {
    const counts = []
    for (const order of orders) counts.push((await countQueries(db, () => ask({ order }))).count)
    expect(counts).toEqual(orders.map(() => 4))
  })

  it('starts anew where a place was kept from another order', async () => {
    const { next } = await ask({ order: 'category', limit: 2 })
    const page = await ask({ order: 'name', limit: 2, after: next! })
    expect(page.rows).toEqual((await ask({ order: 'name', limit: 2 })).rows)
  })
})
