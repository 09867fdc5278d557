import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCalendar, isWorkday, workdaysBetween } from '#kernel/calendar/shared/index.ts'
import { flawsOf } from './flaws.ts'
import { Plan, redate } from './index.ts'
import { examplePlan, shippedPlan } from './testing/example.ts'

const plans = [shippedPlan('henan-2021'), shippedPlan('luoyang-2021'), shippedPlan('jiaozuo-2017'), examplePlan()]

const datesOf = (plan: Plan) => plan.stages.flatMap(({ opens, dueBy, closes }) => [opens, dueBy, closes])
const withoutDates = (plan: Plan) => {
  const stages = plan.stages.map(({ opens: _, dueBy: __, closes: ___, ...rest }) => ({
    ...rest,
    ...('selfRecommendation' in rest && { selfRecommendation: undefined }),
  }))
  return { ...plan, stages, id: '', year: 0, notice: {}, approval: null, forms: {} }
}

const anyPlan = fc.constantFrom(...plans)
const anyStart = fc
  .integer({ min: 0, max: 8000 })
  .map(days => Temporal.PlainDate.from('2004-02-01').add({ days }).toString())

describe('copying a plan to another time', () => {
  it('keeps every date’s distance in working days from the first, and lands on working days', () => {
    fc.assert(
      fc.property(anyPlan, anyStart, (plan, startOn) => {
        const copy = redate(plan, { id: 'copy', startOn }, baseCalendar).plan
        const before = datesOf(plan)
        const after = datesOf(copy)
        expect(after.map(Boolean)).toEqual(before.map(Boolean))
        const origin = before.concat(plan.notice.issuedOn).filter(Boolean).sort()[0]!
        const start = after.concat(copy.notice.issuedOn).filter(Boolean).sort()[0]!
        before.forEach((date, index) => {
          if (!date) return
          const to = after[index]!
          expect(isWorkday(baseCalendar, to)).toBe(true)
          const distance = workdaysBetween(baseCalendar, origin, date).workdays
          expect(workdaysBetween(baseCalendar, start, to).workdays).toBe(distance)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('changes nothing but dates and names, and leaves a sound plan', () => {
    fc.assert(
      fc.property(anyPlan, anyStart, (plan, startOn) => {
        const copy = redate(plan, { id: 'copy', startOn }, baseCalendar).plan
        expect(withoutDates(copy)).toEqual(withoutDates(plan))
        expect(flawsOf(copy)).toEqual([])
        expect(Plan.safeParse(copy).success).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves the original as it was', () => {
    const plan = examplePlan()
    redate(plan, { id: 'copy', startOn: '2025-03-03' }, baseCalendar)
    expect(plan).toEqual(examplePlan())
  })

  it('takes the same day of another year, or the next working day', () => {
    const { plan, check } = redate(shippedPlan('luoyang-2021'), { id: 'luoyang-2022', year: 2022 }, baseCalendar)
    expect(plan).toMatchObject({ id: 'luoyang-2022', year: 2022, approval: null })
    expect(plan.notice).toMatchObject({ issuedOn: '2022-12-26' })
    expect(plan.notice.number).toBeUndefined()
    expect(plan.stages.map(({ opens, dueBy }) => [opens, dueBy])).toEqual([
      ['2022-12-26', '2022-12-30'],
      [undefined, undefined],
      ['2023-01-03', '2023-01-09'],
      [undefined, '2023-01-09'],
      [undefined, undefined],
    ])
    expect(plan.forms.member!.key).toBe('luoyang-2022/member')
    expect(check).toContain('发文字号和批准依据已清空，请按新的文件填写。')
    expect(check).toContain('排除名单仍指向原来的活动，请改为最近一届。')
  })

  it('says that dates in an unannounced year are estimates', () => {
    const { check } = redate(shippedPlan('henan-2021'), { id: 'henan-2031', year: 2031 }, baseCalendar)
    expect(check).toContain('2031年放假安排尚未发布，日期为预估，发布后请重新推算。')
    expect(check).toContain('推荐单位的人口数仍为原年份，请核对是否有新的统计。')
  })

  it('refuses a day that does not exist', () => {
    expect(() => redate(plans[0]!, { id: 'copy', startOn: '2025-02-30' }, baseCalendar)).toThrow(RangeError)
  })
})
