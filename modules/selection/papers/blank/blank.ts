import { type Document, formDocument } from '#kernel/documents/index.ts'
import { EMPTY_OPINION, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import { refuse } from '#platform/http/index.ts'
import { categoryOf } from '../../plan/lookup.ts'
import type { Plan } from '../../shared/index.ts'

/** The title without the spaces that spread it over the paper (推 荐 表). */
const nameOf = ({ title }: FormDefinition) => title.join('').replace(/\s/gu, '')

/** Forms of a plan in its own order: those of the categories first, then lists and opinion sheets. */
export const blankForms = (plan: Plan): { key: string; name: string }[] => {
  const ofCategories = plan.categories.map(({ key }) => categoryOf(plan, key).form)
  const keys = [...new Set([...ofCategories, ...Object.keys(plan.forms)])]
  return keys.flatMap(key => {
    const form = plan.forms[key]
    return form ? [{ key, name: nameOf(form) }] : []
  })
}

const leftBlank = (form: FormDefinition) =>
  Object.fromEntries(fieldsOf(form).flatMap(field => (field.kind === 'opinion' ? [[field.key, EMPTY_OPINION]] : [])))

/**
 * An annex empty, to be filled in by hand.
 * @throws Problem 404 `paper.no-form`
 */
export const blankForm = (plan: Plan, key: string, banner?: string): { document: Document; name: string } => {
  const form = Object.hasOwn(plan.forms, key) ? plan.forms[key] : undefined
  if (!form) throw refuse('paper.no-form', '方案没有这张表。', { status: 404 })
  const document = formDocument(form, leftBlank(form), banner ? { banner } : {})
  return { document, name: `${form.annex ?? ''}${nameOf(form)}（空白）` }
}
