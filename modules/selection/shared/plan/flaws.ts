import { categoryFlaws } from './category-flaws.ts'
import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import { quotaFlaws } from './quota-flaws.ts'
import { duplicateNames, unknownReferences } from './references.ts'
import { settingFlaws } from './setting-flaws.ts'
import { stageFlaws } from './stage-flaws.ts'
import { subjectFlaws } from './subject-flaws.ts'
import { unitFlaws } from './unit-flaws.ts'

/**
 * Everything in which a plan of the right shape contradicts itself. Names come first: while a name is doubled or
 * points to nothing, what depends on it cannot be judged.
 */
export function flawsOf(plan: Plan): Flaw[] {
  const names = [...duplicateNames(plan), ...unknownReferences(plan)]
  if (names.length > 0) return names
  return [
    ...categoryFlaws(plan),
    ...subjectFlaws(plan),
    ...unitFlaws(plan),
    ...quotaFlaws(plan),
    ...stageFlaws(plan),
    ...settingFlaws(plan),
  ]
}
