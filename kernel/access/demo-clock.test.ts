import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { onDemoReset, registerDueDates } from './demo-clock.ts'
import { accessRoutes } from './routes.ts'
import { getDemoClock, moveDemoClock } from './shared/api.ts'
import { testApi, testTree } from './testing.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const api = testApi(db, bound => accessRoutes(bound, { demo: true }))
const clerk = await api.signedIn({ unitId: tree.city, roles: ['recommender'] })
const { today } = await clerk.call(getDemoClock, {})
const after = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString()
const due = [after(9), after(4)]
const nextOf = (what: string, days: string[]) => async (_db: unknown, now: string) => {
  const on = days.filter(day => day > now).sort()[0]
  return on ? { on, what } : undefined
}
registerDueDates('test', nextOf('上报截止', due))
registerDueDates('other', nextOf('公示期满', [after(6)]))

describe('the demo’s clock', () => {
  it('goes to the next day on which anything falls due, and no further than the last', async () => {
    expect((await clerk.call(getDemoClock, {})).next).toEqual({ on: after(4), what: '上报截止' })
    const days = []
    for (let n = 0; n < 3; n += 1) days.push((await clerk.call(moveDemoClock, { body: { toNext: true } })).today)
    expect(days).toEqual([after(4), after(6), after(9)])
    await expect(clerk.call(moveDemoClock, { body: { toNext: true } })).rejects.toMatchObject({ code: 'clock.nothing' })
    expect((await history(db, 'clock', 0)).map(({ detail }) => detail.days)).toEqual([3, 2, 4])
  })

  it('never goes back', async () => {
    await expect(clerk.call(moveDemoClock, { body: { to: today } })).rejects.toMatchObject({ code: 'clock.backwards' })
  })

  it('asks whoever holds the demo’s data to start over', async () => {
    const begun: string[] = []
    onDemoReset(async () => void begun.push('reset'))
    await clerk.call(moveDemoClock, { body: { reset: true } })
    expect(begun).toEqual(['reset'])
  })

  it('is nobody’s to turn without signing in, and does not exist outside a demo', async () => {
    await expect(api.visitor.call(moveDemoClock, { body: { reset: true } })).rejects.toMatchObject({ status: 401 })
    const real = testApi(db, bound => accessRoutes(bound, { demo: false }))
    expect((await real.app.request(moveDemoClock.path, { method: 'POST' })).status).toBe(404)
  })
})
