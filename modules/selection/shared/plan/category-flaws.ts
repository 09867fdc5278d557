import type { PlanCategory } from './categories.ts'
import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'

const nouns = { person: '个人', organisation: '组织', project: '项目', list: '名单' } as const

/** Categories that do not fit their form or each other. */
export function categoryFlaws(plan: Plan): Flaw[] {
  return plan.categories.flatMap((category, index) => [
    ...formFlaws(plan, category, ['categories', index]),
    ...leaderFlaws(plan, category, ['categories', index]),
  ])
}

function formFlaws(plan: Plan, category: PlanCategory, path: (string | number)[]): Flaw[] {
  const form = Object.hasOwn(plan.forms, category.form) ? plan.forms[category.form] : undefined
  if (!form || form.subject.kind === category.subject) return []
  const message = `“${category.name}”推荐的是${nouns[category.subject]}，所用的表 ${category.form} 填的却是${nouns[form.subject.kind]}`
  return [{ path: [...path, 'form'], code: 'form-subject', message, advice: '换一张表，或改 subject。' }]
}

function leaderFlaws(plan: Plan, category: PlanCategory, path: (string | number)[]): Flaw[] {
  if (!category.leaderBecomes) return []
  const target = plan.categories.find(({ key }) => key === category.leaderBecomes)
  if (!target || (category.subject === 'organisation' && target.subject === 'person')) return []
  const message = 'leaderBecomes 只能从推荐组织的类别指向推荐个人的类别'
  return [{ path: [...path, 'leaderBecomes'], code: 'leader', message, advice: '请核对两个类别，或删去这一行。' }]
}
