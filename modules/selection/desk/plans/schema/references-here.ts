import type { PlanPath } from '../../../shared/index.ts'
import { references } from '../../../shared/plan/references.ts'
import { formLists } from './form-words.ts'
import { patternOf } from './plan-schema.ts'
import { paramLists } from './rule-words.ts'

/** The list among whose members a value at this path is chosen: of the plan, of its forms' fields, or of one form's. */
export const listReferredTo = (path: PlanPath): string | undefined => {
  if (path[0] === 'forms') return ofForm(path)
  if (path[0] === 'rules' && path[2] === 'with') return paramLists[String(path.at(-1))]
  const pattern = patternOf(path)
  if (pattern === 'quotas.lines.*.amount.measure') return 'measures'
  return references.find(([where]) => where === pattern || where === `${pattern}.*`)?.[1]
}

const ofForm = (path: PlanPath): string | undefined => {
  const words = path.filter(segment => typeof segment === 'string')
  if (words.length === 3 && words[2] === 'profile') return 'documents.profiles'
  const list = formLists[words.slice(-2).join('.')]
  return list === 'own' ? `forms.${words[1]}.fields` : list
}
