import type { PlanPath } from '../../../shared/index.ts'

export type Section = { key: string; title: string; parts: readonly string[] }

/** The editor's outline: every part of a plan stands in exactly one section. */
export const sections: readonly Section[] = [
  {
    key: 'basic',
    title: '基本信息',
    parts: [
      'title',
      'shortTitle',
      'year',
      'id',
      'notice',
      'organiser',
      'decider',
      'basis',
      'approval',
      'administrative',
      'region',
      'purpose',
      'requirements',
      'settings',
    ],
  },
  { key: 'units', title: '推荐单位与名额', parts: ['unitClasses', 'units', 'quotas'] },
  { key: 'categories', title: '类别与条件', parts: ['categories', 'structure', 'exclusions', 'checklists'] },
  { key: 'materials', title: '材料', parts: ['materials'] },
  { key: 'seals', title: '盖章', parts: ['seals'] },
  { key: 'departments', title: '征求意见部门', parts: ['departments'] },
  { key: 'stages', title: '环节与时间', parts: ['stages', 'calendar'] },
  { key: 'rules', title: '规则', parts: ['rules'] },
  { key: 'forms', title: '表格', parts: ['forms'] },
  { key: 'documents', title: '公文', parts: ['documents'] },
]

/** The section in which something of the plan is edited; what cannot be placed stands in the first. */
export const sectionOf = (path: PlanPath): Section =>
  sections.find(({ parts }) => parts.includes(String(path[0]))) ?? sections[0]!
