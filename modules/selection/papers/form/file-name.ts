import { categoryOf } from '../../plan/lookup.ts'
import type { Plan, PlanMaterial } from '../../shared/index.ts'
import type { PrintedNominee } from './nominee.ts'

type Named = Pick<PrintedNominee, 'plan' | 'category' | 'name' | 'unitName' | 'recommender'>

/** Outputs of a nominee are its form, its texts, its photo: the one meant is made of the form. */
export const formOutput = (plan: Plan, category: string) => {
  const forms = plan.materials.filter(({ kind }) => kind === 'form').map(({ key }) => key)
  const { form } = categoryOf(plan, category)
  return plan.documents.outputs.find(
    output =>
      output.of === 'nominee' &&
      (output.categories === 'all' || output.categories.includes(category)) &&
      (output.form ? output.form === form : output.materials.some(key => forms.includes(key))),
  )
}

const fromPattern = (pattern: string, { plan, category, name, unitName, recommender }: Named): string => {
  const values: Record<string, string> = {
    unit: unitName,
    recommender,
    category: categoryOf(plan, category).name,
    name: name || '未填姓名',
    year: String(plan.year),
  }
  return pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}

/** The name that the plan gives to the file with a nominee's form, or “推荐表-单位-姓名”; without extension. */
export const nomineeFileName = (named: Named): string =>
  fromPattern(formOutput(named.plan, named.category)?.fileName ?? '推荐表-{unit}-{name}', named)

/** The name that the plan gives to the file of a material alone, or “考察材料-单位-姓名”; without extension. */
export const materialFileName = (material: PlanMaterial, named: Named): string => {
  const output = named.plan.documents.outputs.find(
    ({ materials, form }) => !form && materials.length === 1 && materials[0] === material.key,
  )
  return fromPattern(output?.fileName ?? `${material.name}-{unit}-{name}`, named)
}

/** Names of files that stand in one folder: the second of a name gets （2）, the third （3） (D-14). */
export const distinctNames = (names: readonly string[]): string[] => {
  const used = new Set<string>()
  return names.map(name => {
    const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? []
    let free = name
    for (let n = 2; used.has(free.toLowerCase()); n += 1) free = `${stem}（${n}）${extension}`
    used.add(free.toLowerCase())
    return free
  })
}
