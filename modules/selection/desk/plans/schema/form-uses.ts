import type { PlanPath } from '../../../shared/index.ts'
import { find } from '../../../shared/plan/patterns.ts'
import { references } from '../../../shared/plan/references.ts'

/** Where a plan names one of its forms: while anything does, the form cannot go. */
export const usesOfForm = (plan: unknown, form: string): PlanPath[] =>
  references
    .filter(([, list]) => list === 'forms')
    .flatMap(([pattern]) => find(plan, pattern))
    .filter(({ value }) => value === form)
    .map(({ path }) => path)

/** The least that is a sound form: a title, and a name with its place on the annex, so that the annex is seen at once. */
export const blankForm = (planId: string, key: string, title: string) => ({
  key: `${planId}/${key}`,
  title: [title],
  subject: { kind: 'person', name: 'name' },
  sections: [{ title: '基本情况', fields: [{ kind: 'name', key: 'name', label: '姓名' }] }],
  grid: { columns: [36, 120], rows: [{ cells: [{ label: '姓名' }, { field: 'name' }] }] },
})

/** A key that no form of the plan bears. */
export const freeFormKey = (forms: object): string => {
  let number = Object.keys(forms).length + 1
  while (Object.hasOwn(forms, `form-${number}`)) number += 1
  return `form-${number}`
}
