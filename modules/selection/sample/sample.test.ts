import { describe, expect, it } from 'vitest'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { findingsAt } from '../check.ts'
import { shippedPlan, shippedPlanIds } from '../plan/shelf.ts'
import { blocking, frameFacts, nominationFacts } from '../shared/index.ts'
import { sampleNominee } from './index.ts'

/** Found only when the unit hands in as a whole, or by somebody else; a sample nominee cannot bring them. */
const brought = new Set(['publicityStarted', 'namedInNotice', 'departmentsAnswered', 'rankIsPermutation'])

const plans = await Promise.all((await shippedPlanIds()).map(shippedPlan))
const cases = plans.flatMap(plan =>
  plan.categories.flatMap(category =>
    plan.unitClasses.map(unitClass => ({ id: plan.id, plan, category: category.key, unitClass: unitClass.key })),
  ),
)

describe('a made-up nominee', () => {
  it.each(cases)('of $id, $category, $unitClass is stopped by nothing', ({ plan, category, unitClass }) => {
    const unit = plan.units.find(each => each.class === unitClass)
    const sampleUnit = {
      name: unit?.name ?? '示例局',
      class: unitClass,
      recommender: unit?.recommender ?? unit?.fullName ?? '示例市示例局',
    }
    const today = plan.stages[0]!.opens ?? plan.stages[0]!.dueBy!
    for (let seed = 1; seed <= 5; seed += 1) {
      const nominee = sampleNominee(plan, category, sampleUnit, { seed, today })
      const nomination = nominationFacts(
        plan,
        {
          id: '1',
          category,
          unit: { id: '1', name: sampleUnit.name, class: unitClass },
          recommender: sampleUnit.recommender,
          origin: 'unit',
          rank: 1,
          ...nominee,
        },
        { today, mode: 'submit' },
      )
      const clock = { now: `${today}T12:00:00+08:00`, today, calendar: baseCalendar }
      const findings = findingsAt(plan, { ...frameFacts(plan, clock, {}), nomination }, 'submit', 'recommend')
      const stops = blocking(findings).filter(({ fn }) => !brought.has(fn))
      expect(stops.map(({ rule, path, message }) => `${rule} ${path ?? ''} ${message}`)).toEqual([])
    }
  })
})
