import type { Db } from '#platform/db/index.ts'
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

/** The form that a category's nominees fill in. */
export const formOf = (plan: Plan, categoryKey: string) => {
  const form = plan.forms[categoryOf(plan, categoryKey).form]
  if (!form) throw new Error(`plan ${plan.id} has no form for ${categoryKey}`)
  return form
}
