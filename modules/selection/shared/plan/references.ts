import type { Flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import { find } from './patterns.ts'
import type { Plan } from './plan.ts'

/** Lists whose members are named by `key`; no two members of one list may share a name. */
const namedLists = {
  settings: '设置项',
  unitClasses: '单位类别',
  units: '推荐单位',
  categories: '推选类别',
  'categories.*.conditions': '推荐条件',
  'categories.*.priority': '优先情形',
  'categories.*.tags': '标签',
  structure: '结构要求',
  materials: '材料',
  seals: '盖章栏',
  departments: '部门',
  exclusions: '排除名单',
  checklists: '清单',
  'checklists.*.items': '清单项目',
  stages: '环节',
  'stages.*.criteria': '评分项',
  'stages.*.rounds': '审定程序',
  'documents.profiles': '版式',
  'documents.outputs': '文件',
} as const

/** Which parts of the plan name things, and in which list the thing must stand. */
export const references: readonly (readonly [pattern: string, list: string, noun: string])[] = [
  ['units.*.class', 'unitClasses', '单位类别'],
  ['units.*.under', 'units', '推荐单位'],
  ['categories.*.form', 'forms', '表格'],
  ['categories.*.notTogetherWith.*', 'categories', '推选类别'],
  ['categories.*.leaderBecomes', 'categories', '推选类别'],
  ['quotas.lines.*.classes.*', 'unitClasses', '单位类别'],
  ['quotas.lines.*.units.*', 'units', '推荐单位'],
  ['quotas.lines.*.categories.*', 'categories', '推选类别'],
  ['structure.*.category', 'categories', '推选类别'],
  ['materials.*.categories.*', 'categories', '推选类别'],
  ['materials.*.stage', 'stages', '环节'],
  ['materials.*.form', 'forms', '表格'],
  ['materials.*.profile', 'documents.profiles', '版式'],
  ['seals.*.categories.*', 'categories', '推选类别'],
  ['seals.*.classes.*', 'unitClasses', '单位类别'],
  ['exclusions.*.categories.*', 'categories', '推选类别'],
  ['exclusions.*.recheckAt.*', 'stages', '环节'],
  ['checklists.*.stage', 'stages', '环节'],
  ['checklists.*.categories.*', 'categories', '推选类别'],
  ['stages.*.within', 'stages', '环节'],
  ['stages.*.after.*', 'stages', '环节'],
  ['stages.*.mustEndBefore', 'stages', '环节'],
  ['stages.*.categories.*', 'categories', '推选类别'],
  ['stages.*.materials.*', 'materials', '材料'],
  ['stages.*.departments.*', 'departments', '部门'],
  ['stages.*.bySector.*.departments.*', 'departments', '部门'],
  ['stages.*.sheets.*', 'forms', '表格'],
  ['stages.*.structure.*', 'structure', '结构要求'],
  ['stages.*.rankBy.*.stage', 'stages', '环节'],
  ['stages.*.choose.*.category', 'categories', '推选类别'],
  ['stages.*.selfRecommendation.form', 'forms', '表格'],
  ['stages.*.ceremony.*.categories.*', 'categories', '推选类别'],
  ['documents.outputs.*.categories.*', 'categories', '推选类别'],
  ['documents.outputs.*.form', 'forms', '表格'],
  ['documents.outputs.*.materials.*', 'materials', '材料'],
  ['documents.outputs.*.profile', 'documents.profiles', '版式'],
  ['rules.*.category.*', 'categories', '推选类别'],
  ['rules.*.unitClass.*', 'unitClasses', '单位类别'],
]

/** Names that stand twice in one list. */
export function duplicateNames(plan: Plan): Flaw[] {
  const lists = Object.entries(namedLists).flatMap(([pattern, noun]) =>
    find(plan, pattern).map(found => ({ ...found, noun, by: 'key' })),
  )
  const rules = { path: ['rules'], value: plan.rules as unknown, noun: '规则编号', by: 'id' }
  return [...lists, rules].flatMap(({ path, value, noun, by }) => {
    const seen = new Set<string>()
    return (value as Record<string, string>[]).flatMap((item, index): Flaw[] => {
      const name = item[by]!
      if (!seen.has(name)) {
        seen.add(name)
        return []
      }
      const message = `${noun} ${name} 重复`
      return [{ path: [...path, index, by], code: 'duplicate', message, advice: `改为另一个名称，或删去重复的一项。` }]
    })
  })
}

/** Names that nothing bears. */
export function unknownReferences(plan: Plan): Flaw[] {
  return references.flatMap(([pattern, list, noun]) => {
    const names = namesIn(plan, list)
    return find(plan, pattern).flatMap(({ path, value }): Flaw[] => {
      if (names.includes(value as string)) return []
      return [
        { path, code: 'unknown-reference', message: `没有代号为 ${value} 的${noun}`, advice: suggest(value, names) },
      ]
    })
  })
}

function namesIn(plan: Plan, list: string): string[] {
  if (list === 'forms') return Object.keys(plan.forms)
  return find(plan, `${list}.*.key`).map(({ value }) => value as string)
}

function suggest(value: unknown, names: string[]): string {
  const close = nearest(String(value), names)
  if (close) return `是否应为 ${close}？`
  return names.length ? `已有：${names.slice(0, 12).join('、')}${names.length > 12 ? ' 等' : ''}。` : '请先写出这一项。'
}
