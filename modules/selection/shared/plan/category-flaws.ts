import type { PlanCategory } from './categories.ts'
import type { Flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import type { Plan } from './plan.ts'

const nouns = { person: '个人', organisation: '组织', project: '项目', list: '名单' } as const

/** Categories that do not fit their form or each other, and shares judged by fields that no form has. */
export function categoryFlaws(plan: Plan): Flaw[] {
  const categories = plan.categories.flatMap((category, index) => [
    ...formFlaws(plan, category, ['categories', index]),
    ...leaderFlaws(plan, category, ['categories', index]),
  ])
  return [...categories, ...plan.structure.flatMap((_, index) => shareFlaws(plan, index))]
}

function shareFlaws(plan: Plan, index: number): Flaw[] {
  const { category, fact, values = [] } = plan.structure[index]!
  const { form, name } = plan.categories.find(({ key }) => key === category)!
  const fields = plan.forms[form]!.sections.flatMap(section => section.fields)
  const field = fields.find(({ key }) => key === fact)
  if (!field) {
    const close = nearest(
      fact,
      fields.map(({ key }) => key),
    )
    const message = `“${name}”的推荐表中没有 ${fact} 这一栏`
    const advice = close ? `是否应为 ${close}？` : '改为推荐表中某一栏的 key，或在表中加上这一栏。'
    return [{ path: ['structure', index, 'fact'], code: 'unknown-reference', message, advice }]
  }
  if (field.kind !== 'choice') return []
  return values.flatMap((value, position): Flaw[] => {
    if (field.options.includes(value)) return []
    const message = `推荐表“${field.label}”一栏中没有“${value}”这一项`
    const advice = `可以写：${field.options.join('、')}。`
    return [{ path: ['structure', index, 'values', position], code: 'unknown-reference', message, advice }]
  })
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
