import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Plan } from '../shared/index.ts'

/** Versions never change, so they are kept once read: by id, for as long as the process lives. */
const versions = new Map<number, Plan>()

/** The frozen plan that a campaign runs on. */
export const planOfVersion = async (db: Db, versionId: number): Promise<Plan> => {
  const known = versions.get(versionId)
  if (known) return known
  const { content } = await db
    .selectFrom('selection.plan_version')
    .select('content')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  versions.set(versionId, content)
  return content
}

export const categoryOf = (plan: Plan, key: string) => {
  const category = plan.categories.find(each => each.key === key)
  if (!category) throw new Error(`plan ${plan.id} has no category ${key}`)
  return category
}

/**
 * The category that somebody chose, who may have chosen what is not there.
 * @throws Problem 422 `category.unknown` at `category`
 */
export const chosenCategory = (plan: Plan, key: string) => {
  const category = plan.categories.find(each => each.key === key)
  if (category) return category
  const message = '方案没有这个类别，请从方案所列类别中选择。'
  throw refuse('category.unknown', message, {
    status: 422,
    findings: [{ path: 'category', severity: 'block', message }],
  })
}

/** The form that a category's nominees fill in. */
export const formOf = (plan: Plan, categoryKey: string) => {
  const form = plan.forms[categoryOf(plan, categoryKey).form]
  if (!form) throw new Error(`plan ${plan.id} has no form for ${categoryKey}`)
  return form
}
