import {
  type Answers,
  EMPTY_ARTICLE,
  type FieldFinding,
  type FormDefinition,
  fieldsOf,
} from '#kernel/forms/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { Articles, nominationsApi, Particulars, Plan, PlanMaterial, WrittenReason } from '../../shared/index.ts'

export type Nomination = AnswerOf<typeof nominationsApi.getNomination>
export type Finding = Nomination['findings'][number]

/** What the editor holds and the server stores. */
export type Content = { answers: Answers; articles: Articles; particulars: Particulars; reasons: WrittenReason[] }

export const contentOf = ({ answers, articles, particulars, reasons }: Content): Content => ({
  answers,
  articles,
  particulars,
  reasons,
})

/** What an untouched form starts with: the recommending unit's name and today, where a field offers them. */
export const offered = (
  form: FormDefinition,
  answers: Answers,
  offer: { recommender: string; today: string },
): Answers => {
  if (Object.keys(answers).length > 0) return answers
  return Object.fromEntries(
    fieldsOf(form).flatMap(({ key, prefill }) =>
      prefill === 'recommender' || prefill === 'today' ? [[key, offer[prefill]]] : [],
    ),
  )
}

const ANSWERS = 'answers.'

/** Findings at the form's fields, in the form's own paths. */
export const fieldFindings = (findings: Finding[]): FieldFinding[] =>
  findings
    .filter(({ path, settled }) => path?.startsWith(ANSWERS) && !settled)
    .map(({ path, fn, severity, message, rule }) => ({
      path: path!.slice(ANSWERS.length),
      code: fn,
      severity: severity === 'manual' ? 'warning' : severity,
      message,
      rule,
    }))

/** Findings inside one article, in the article's own paths; those of the whole stand at its text. */
export const articleFindings = (findings: Finding[], key: string): FieldFinding[] =>
  findings
    .filter(({ path, settled }) => !settled && (path === `articles.${key}` || path?.startsWith(`articles.${key}.`)))
    .map(({ path, fn, severity, message, rule }) => ({
      path: path!.slice(`articles.${key}.`.length) || 'paragraphs',
      code: fn,
      severity: severity === 'manual' ? 'warning' : severity,
      message,
      rule,
    }))

/** The anchor on the page of a finding's path: form fields carry their own names. */
export const anchorOf = (path: string): string => (path.startsWith(ANSWERS) ? path.slice(ANSWERS.length) : path)

/** The plan's papers of one nominee that are written here, and those that are handed in as files. */
export const materialsOf = (plan: Plan, category: string): { texts: PlanMaterial[]; papers: PlanMaterial[] } => {
  const recommend = plan.stages.find(({ kind }) => kind === 'recommend')?.key
  const own = plan.materials.filter(
    ({ of, categories, stage }) =>
      of === 'nominee' && stage === recommend && (categories === 'all' || categories.includes(category)),
  )
  const written = (material: PlanMaterial) =>
    material.kind === 'article' || (material.kind === 'brief' && material.text)
  return {
    texts: own.filter(written),
    papers: own.filter(material => !written(material) && material.kind !== 'form' && material.kind !== 'photo'),
  }
}

export const articleOf = (articles: Articles, key: string) => articles[key] ?? EMPTY_ARTICLE
