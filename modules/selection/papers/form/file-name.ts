import { categoryOf } from '../../plan/lookup.ts'
import type { Plan, PlanMaterial } from '../../shared/index.ts'
import type { PrintedNominee } from './nominee.ts'

type NamedUnit = Pick<PrintedNominee, 'plan' | 'unitName' | 'recommender'>
type Named = NamedUnit & Pick<PrintedNominee, 'category' | 'name'>

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

const filled = (pattern: string, values: Record<string, string>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')

const unitValues = ({ plan, unitName, recommender }: NamedUnit) => ({
  unit: unitName,
  recommender,
  year: String(plan.year),
})

const fromPattern = (pattern: string, named: Named): string =>
  filled(pattern, {
    ...unitValues(named),
    category: categoryOf(named.plan, named.category).name,
    name: named.name || '未填姓名',
  })

/** The name that the plan gives to the file with a nominee's form, or “推荐表-单位-姓名”; without extension. */
export const nomineeFileName = (named: Named): string =>
  fromPattern(formOutput(named.plan, named.category)?.fileName ?? '推荐表-{unit}-{name}', named)

/** The name that the plan gives to the file of a material alone, or “考察材料-单位-姓名”; without extension. */
export const materialFileName = (material: PlanMaterial, named: Named): string =>
  fromPattern(ownPattern(material, named.plan) ?? `${material.name}-{unit}-{name}`, named)

/** The same of a material that is of the whole unit, or “考察情况报告-单位”. */
export const unitFileName = (material: PlanMaterial, named: NamedUnit): string =>
  filled(ownPattern(material, named.plan) ?? `${material.name}-{unit}`, unitValues(named))

/** The pattern of the file that holds this material and nothing else. */
const ownPattern = ({ key, form }: PlanMaterial, { documents }: Plan): string | undefined =>
  documents.outputs.find(output =>
    output.form ? output.form === form : output.materials.length === 1 && output.materials[0] === key,
  )?.fileName

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
