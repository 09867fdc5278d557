import {
  articleDocument,
  type Document,
  type FootCode,
  formDocument,
  joined,
  type Pictures,
} from '#kernel/documents/index.ts'
import type { PlanMaterial } from '../../shared/index.ts'
import type { NomineePaper } from '../shared/api.ts'
import { articleProfile } from './article-profile.ts'
import { formOutput } from './file-name.ts'
import type { PrintedNominee } from './nominee.ts'

export type Printing = { banner?: string | undefined; footCode?: FootCode | undefined; pictures?: Pictures }

const given = ({ banner, footCode }: Printing) => ({ ...(banner && { banner }), ...(footCode && { footCode }) })

/** 推荐表 in the annex's layout. */
export const nomineeForm = ({ form, answers, unitClass }: PrintedNominee, printing: Printing): Document =>
  formDocument(form, answers, { unitClass, pictures: printing.pictures ?? {}, ...given(printing) })

/** Texts handed in with the form, in the plan's order; of a merged output only those it names. */
const textsOf = ({ plan, category, articles }: PrintedNominee, merged: boolean): PlanMaterial[] => {
  const output = merged ? formOutput(plan, category) : undefined
  return plan.materials.filter(
    ({ key, kind, of, categories }) =>
      (kind === 'article' || kind === 'brief') &&
      of === 'nominee' &&
      (categories === 'all' || categories.includes(category)) &&
      (output === undefined || output.materials.includes(key)) &&
      articles[key] !== undefined,
  )
}

/** One text in the plan's layout. */
export const nomineeText = (nominee: PrintedNominee, material: PlanMaterial, printing: Printing): Document => {
  const { profile, subtitle } = articleProfile(nominee.plan, material)
  const article = nominee.articles[material.key]!
  const named = { ...article, subtitle: article.subtitle || subtitle.replaceAll('{name}', nominee.name) }
  const document = articleDocument(named, profile, printing.banner)
  const sections = document.sections.map(section => ({ ...section, ...given(printing) }))
  return { ...document, sections }
}

/** Texts that the plan does not merge with the form: each is a file of its own. */
export const separateTexts = (nominee: PrintedNominee): PlanMaterial[] => {
  const merged = textsOf(nominee, true)
  return textsOf(nominee, false).filter(material => !merged.includes(material))
}

/** One of a nominee's papers; the merged file has the form first and each text on pages of its own (一项一档). */
export const nomineeDocument = (nominee: PrintedNominee, paper: NomineePaper, printing: Printing): Document => {
  const form = paper === 'article' ? [] : [nomineeForm(nominee, printing)]
  const texts =
    paper === 'form' ? [] : textsOf(nominee, paper === 'file').map(material => nomineeText(nominee, material, printing))
  return joined(`${nominee.form.title.join('')} ${nominee.name}`.trim(), [...form, ...texts])
}

/** Whether there is a text to print beside the form. */
export const hasTexts = (nominee: PrintedNominee): boolean => textsOf(nominee, false).length > 0
