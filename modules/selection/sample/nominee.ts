import { appliesTo, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { NominationDraft } from '../nomination/nomination.ts'
import { type Plan, particulars } from '../shared/index.ts'
import { type SampleMoment, sampleAnswers, sampleEvidence } from './answers.ts'
import { samplePerson } from './people.ts'
import { type Random, randomFrom } from './random.ts'
import { sampleArticle } from './words.ts'

export type SampleUnit = { name: string; class: string; recommender: string }

const projects = [
  '背街小巷照明改造',
  '老旧小区加装扶手',
  '村口水渠清淤加盖',
  '社区老年食堂',
  '一窗通办延时服务',
  '校门口交通疏导',
]
const teams = ['便民服务中心', '志愿服务队', '民生热线班组', '调解工作室', '供电抢修班', '社区卫生服务站']

const villages = ['东', '西', '南', '北', '中心']

type Naming = { subject: string; unit: SampleUnit; person: string; form: FormDefinition; random: Random }

const nameOf = ({ subject, unit, person, form, random }: Naming): string => {
  if (subject === 'person') return person
  if (subject === 'project') return unit.name + random.pick(projects)
  const ofTheParty = fieldsOf(form).some(({ key }) => key === 'orgType')
  return ofTheParty ? `${unit.name}${random.pick(villages)}社区党委` : `${unit.name}示例${random.pick(teams)}`
}

/**
 * A made-up nominee that nothing stops: the form filled in, the texts written, seals promised, tags chosen.
 * The same seed gives the same nominee.
 */
export const sampleNominee = (
  plan: Plan,
  categoryKey: string,
  unit: SampleUnit,
  at: SampleMoment & { seed: number; photo?: unknown },
): Omit<NominationDraft, 'revision'> & { name: string } => {
  const random = randomFrom(at.seed)
  const category = plan.categories.find(({ key }) => key === categoryKey)!
  const form = plan.forms[category.form]!
  const person = samplePerson(random)
  const name = nameOf({ subject: category.subject, unit, person: person.name, form, random })
  const subject = {
    name,
    person,
    unitName: unit.name,
    recommender: unit.recommender,
    unitClass: unit.class,
    at,
    year: yearOfProjects(form, at.today),
    photo: at.photo ?? samplePhoto(plan, name),
    organ: (cell: string | undefined) => organOf(plan, unit, cell),
  }
  const texts = plan.materials.filter(
    ({ kind, of, categories }) =>
      kind === 'article' && of === 'nominee' && (categories === 'all' || categories.includes(categoryKey)),
  )
  return {
    name,
    answers: sampleAnswers(form, subject, random),
    articles: Object.fromEntries(texts.map(({ key, text }) => [key, sampleArticle(random, name, lengthOf(text))])),
    particulars: particulars.parse({
      tags: Object.fromEntries(
        category.tags.map(({ key, options }) => [key, [options.length > 0 ? random.pick(options) : '示例']]),
      ),
      seals: sealsBeside(plan, form, unit, at),
      branchVotes: [{ branch: `${unit.name}示例党支部`, present: 24, votes: 22, heldOn: at.today }],
    }),
    reasons: [],
  }
}

/** Projects are finished in the year that the form wants, or else in the year before. */
const yearOfProjects = (form: FormDefinition, today: string): number => {
  const wanted = fieldsOf(form).find(field => field.kind === 'date' && field.window)
  if (wanted?.kind === 'date' && wanted.window) return Number(wanted.window.from.slice(0, 4))
  return Number(today.slice(0, 4)) - 1
}

const lengthOf = (text: { max?: number | undefined; about?: number | undefined } | undefined) =>
  text?.about ? Math.round(text.about * 1.1) : Math.min(text?.max ?? 1000, 800)

/** What inspection would have measured of a picture that fits the plan's requirements. */
const samplePhoto = (plan: Plan, name: string) => {
  const rules = plan.materials.find(({ photo }) => photo)?.photo
  const width = Math.max(rules?.minWidth ?? 0, 413)
  return {
    fileId: 'sample',
    name: `${name}.jpg`,
    bytes: 80_000,
    format: 'jpeg',
    width,
    height: Math.max(rules?.minHeight ?? 0, Math.round((width * 53) / 35)),
    blueShare: rules?.background === 'blue' ? 0.95 : 0,
    whiteShare: rules?.background === 'white' ? 0.97 : 0,
  }
}

/** The organ whose seal a plan's rules want in a cell; the recommending unit's own where they want none. */
const organOf = (plan: Plan, unit: SampleUnit, cell: string | undefined): string => {
  const rule = plan.rules.find(
    ({ rule, with: given, unitClass }) =>
      rule === 'sealedByRightOrgan' &&
      (given.seals as string[]).includes(cell ?? '') &&
      (!unitClass || unitClass.includes(unit.class)),
  )
  const [ending] = (rule?.with.organEndsWith as string[] | undefined) ?? []
  return ending ? unit.name + ending : unit.recommender
}

/** Seals that have no cell in the form are kept beside it. */
const sealsBeside = (plan: Plan, form: FormDefinition, unit: SampleUnit, at: SampleMoment) => {
  const cells = new Set(
    fieldsOf(form).map(field => field.kind === 'opinion' && appliesTo(field, unit.class) && field.cell),
  )
  const beside = plan.seals.filter(({ key, printedLater }) => !printedLater && !cells.has(key))
  return Object.fromEntries(
    beside.map(({ key }) => [key, { unit: organOf(plan, unit, key), date: at.today, evidence: sampleEvidence(at) }]),
  )
}
