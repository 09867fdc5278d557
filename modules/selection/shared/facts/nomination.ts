import { type Answers, appliesTo, fieldsOf, type OpinionAnswer, validateAnswers } from '#kernel/forms/shared/index.ts'
import type { Particulars } from '../particulars.ts'
import type { Plan, PlanSeal } from '../plan/index.ts'
import type { Articles } from '../rows.ts'
import type { MaterialFacts, NominationFacts, SealFacts, UnitIdentity, WrittenReason } from '../rules/index.ts'

/** A nomination as the page and the server both hold it. */
export type NominationContent = {
  id: string
  name: string
  category: string
  unit: UnitIdentity
  recommender: string
  origin: NominationFacts['origin']
  linkedTo?: string
  answers: Answers
  articles: Articles
  particulars: Particulars
  reasons: WrittenReason[]
  rank?: number
}

/** What only the server knows of a nomination; left out, rules that need it are not run on the page. */
export type KnownToServer = Partial<
  Pick<NominationFacts, 'notices' | 'opinions' | 'earlierHonours' | 'sameIdentity' | 'inspection' | 'checklist'>
>

/** The facts that rules look at, made from what is typed. `mode` decides whether what is missing counts (submit). */
export const nominationFacts = (
  plan: Plan,
  content: NominationContent,
  clock: { today: string; mode: 'draft' | 'submit' },
  known: KnownToServer = {},
): NominationFacts => {
  const category = plan.categories.find(each => each.key === content.category)!
  const form = plan.forms[category.form]!
  const { particulars } = content
  return {
    id: content.id,
    name: content.name,
    category: category.key,
    categoryName: category.name,
    subject: category.subject,
    unit: content.unit,
    form: category.form,
    formFindings: validateAnswers(form, content.answers, { ...clock, unitClass: content.unit.class }),
    recommender: content.recommender,
    origin: content.origin,
    ...(content.linkedTo && { linkedTo: content.linkedTo }),
    answers: content.answers,
    articles: content.articles,
    materials: materialsOf(plan, content),
    seals: sealFactsOf(plan, content),
    notices: known.notices ?? [],
    opinions: known.opinions ?? [],
    branchVotes: particulars.branchVotes,
    ...(content.rank !== undefined && { rank: content.rank }),
    emphasised: particulars.emphasised,
    emphasisReason: particulars.emphasisReason,
    ...(known.earlierHonours && { earlierHonours: known.earlierHonours }),
    ...(known.sameIdentity && { sameIdentity: known.sameIdentity }),
    declarations: particulars.declarations,
    tags: particulars.tags,
    checklist: known.checklist ?? [],
    ...(known.inspection && { inspection: known.inspection }),
    reasons: content.reasons,
  }
}

/** Files handed in, and what is written here and so is handed in by being written: the form, the texts, the photo. */
const materialsOf = (plan: Plan, { articles, answers, category, particulars }: NominationContent): MaterialFacts[] =>
  plan.materials.flatMap(({ key, kind, of, categories }) => {
    if (of === 'unit' || (categories !== 'all' && !categories.includes(category))) return []
    if (kind === 'form' && Object.keys(answers).length > 0) return [{ key, fileId: 'form' }]
    const written = articles[key]?.paragraphs.length
    return [{ key, ...particulars.materials[key], ...(written && { fileId: 'text' }) }]
  })

/** As much of a nomination as its seals depend on. */
export type SealedContent = Pick<NominationContent, 'category' | 'answers' | 'particulars'> & {
  unit: Pick<UnitIdentity, 'class'>
}

/** Seals of the plan that hold for this category and class, wherever they are recorded: in a cell of the form or beside it. */
export const sealFactsOf = (plan: Plan, content: SealedContent): SealFacts[] =>
  plan.seals
    .filter(seal => seal.categories === 'all' || seal.categories.includes(content.category))
    .filter(seal => !seal.classes || seal.classes.includes(content.unit.class))
    .filter(seal => !seal.printedLater)
    .map(seal => sealFacts(seal, opinionOf(plan, seal, content)))

/** A seal's cell in the form names the plan's seal; the others are kept beside the form. */
const opinionOf = (plan: Plan, seal: PlanSeal, { answers, particulars, category, unit }: SealedContent) => {
  const form = plan.forms[plan.categories.find(each => each.key === category)!.form]!
  const field = fieldsOf(form).find(
    each => each.kind === 'opinion' && each.cell === seal.key && appliesTo(each, unit.class),
  )
  return field ? (answers[field.key] as OpinionAnswer | undefined) : particulars.seals[seal.key]
}

const sealFacts = (seal: PlanSeal, answer: OpinionAnswer | undefined): SealFacts => {
  const { evidence } = answer ?? {}
  const promised = evidence?.kind === 'promised'
  return {
    cell: seal.key,
    label: seal.name,
    ...(answer?.unit && { organ: answer.unit }),
    ...(answer?.date && { sealedOn: answer.date }),
    ...(evidence && !promised && { evidence: evidence.kind === 'scan' ? evidence.fileId : evidence.signatureId }),
    ...(promised && { promisedBy: evidence.by }),
  }
}
