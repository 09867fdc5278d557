import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import { formOf } from '../../plan/lookup.ts'
import type { Plan, StageOf } from '../../shared/index.ts'

/** What of an expert and a nominee decides whether they belong together. */
export type Sides = {
  expertUnitId: number | null
  expertUnit: string
  unitId: number
  unitName: string
  unitFullName: string
  category: string
  answers: Answers
}

const same = (a: string, b: string) => a !== '' && a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '')

/**
 * Why an expert may not score a nominee, where the plan wants it by itself (`sameUnit`): the recommending unit, or the
 * nominee's own unit as the form names it, is the expert's. Undefined where nothing stands against it.
 */
export const conflictOf = (plan: Plan, stage: StageOf<'review'>, sides: Sides): string | undefined => {
  if (!stage.experts?.recuse.includes('sameUnit')) return undefined
  const recommends =
    sides.expertUnitId === sides.unitId ||
    same(sides.expertUnit, sides.unitName) ||
    same(sides.expertUnit, sides.unitFullName)
  if (recommends) return '与推荐单位同一单位'
  return same(sides.expertUnit, ownUnit(plan, sides)) ? '与被评审对象同一单位' : undefined
}

const ownUnit = (plan: Plan, { category, answers }: Sides): string => {
  const { subject } = formOf(plan, category)
  const value = answerAt(answers, subject.unit ?? 'workUnit')
  return typeof value === 'string' ? value : ''
}
