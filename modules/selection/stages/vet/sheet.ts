import { formDocument } from '#kernel/documents/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import { type Answers, EMPTY_OPINION, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { bannerOf } from '../../papers/banner.ts'
import { paperResponse } from '../../papers/render.ts'
import type { Plan } from '../../shared/index.ts'
import type { Vetting } from './load.ts'
import { namesOf, type VettedName } from './names.ts'

/**
 * The annex to be stamped outside: names filled in, opinions left for each department's pen and seal.
 * @throws Problem `vet.no-sheet`
 */
export const renderSheet = async (
  db: Db,
  vetting: Vetting,
  key: string,
  format: PaperFormat = 'docx',
): Promise<Response> => {
  const { plan } = vetting.run.campaign
  const form = vetting.stage.sheets.includes(key) ? plan.forms[key] : undefined
  if (!form) throw refuse('vet.no-sheet', '方案没有这张征求意见表。', { status: 404 })
  const names = (await namesOf(db, vetting)).filter(name => isFor(vetting, form, name))
  const banner = await bannerOf(db)
  const document = formDocument(
    form,
    { ...opinionsLeftBlank(form), ...listsOf(plan, form, names) },
    banner ? { banner } : {},
  )
  return paperResponse(document, format, `${form.title.join('')}（${vetting.askerName}）`)
}

/** The sheets of the stage that have a name to list. */
export const sheetsFor = (vetting: Vetting, names: VettedName[]): string[] =>
  vetting.stage.sheets.filter(key => names.some(name => isFor(vetting, vetting.run.campaign.plan.forms[key]!, name)))

const cellsOf = (form: FormDefinition) => fieldsOf(form).flatMap(field => (field.kind === 'opinion' ? [field] : []))

/** The regulators' sheet lists only names of their sectors. */
const isFor = ({ stage }: Vetting, form: FormDefinition, { sector }: VettedName) => {
  const cells = cellsOf(form).map(({ cell }) => cell)
  if (stage.departments.some(key => cells.includes(key))) return true
  return stage.bySector.some(
    ({ sectors, departments }) =>
      sector !== null && sectors.includes(sector) && departments.some(key => cells.includes(key)),
  )
}

const opinionsLeftBlank = (form: FormDefinition): Answers =>
  Object.fromEntries(cellsOf(form).map(({ key }) => [key, EMPTY_OPINION]))

/** The form's lists stand in the order of the plan's categories, one each. */
const listsOf = (plan: Plan, form: FormDefinition, names: VettedName[]): Answers => {
  const lists = fieldsOf(form).filter(({ kind }) => kind === 'rows')
  return Object.fromEntries(
    lists.map(({ key }, index) => [
      key,
      names
        .filter(({ category }) => category === plan.categories[index]?.key)
        .map(({ name, post, workplace }) => ({ name, post: post || workplace })),
    ]),
  )
}
