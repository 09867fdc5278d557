import { z } from 'zod'
import type { NominationFacts, UnitFacts } from './facts.ts'
import { rule } from './rule.ts'

/** What has been declared of a nominee (deceased …) keeps the name out at every later step. */
export const notDeclared = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ declaration: z.string() }),
  variables: [],
  check: ({ nomination }, { declaration }) => (nomination.declarations[declaration] ? [{}] : []),
})

/** Nobody who won earlier is put up again; matched by identity (certain) or by name alone (a hint, D-13). */
export const notEarlierWinner = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({ registers: z.array(z.string()).min(1), match: z.enum(['identity', 'name']) }),
  variables: ['荣誉', '年份'],
  check: ({ nomination }, { registers, match }) =>
    (nomination.earlierHonours ?? [])
      .filter(honour => honour.match === match && registers.includes(honour.register))
      .slice(0, 1)
      .map(({ honour, year }) => ({ values: { 荣誉: honour, 年份: year } })),
})

/** One person or organisation stands in one category only, whoever put them up. */
export const nominatedOnce = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['奖项', '推荐单位'],
  check: ({ nomination }) =>
    (nomination.sameIdentity ?? []).map(({ categoryName, unitName }) => ({
      values: { 奖项: categoryName, 推荐单位: unitName },
    })),
})

const secretaryParams = z.strictObject({
  /** Category of the organisations, and the answer that names the secretary. */
  organisations: z.string(),
  secretary: z.string(),
  /** Recorded on the organisation where its secretary must not be put up. */
  unless: z.string(),
})

/** The secretary of an organisation put up stands as a nominee too, unless a disqualifying fact is recorded (R003-02). */
export const secretaryFollows = rule({
  scope: 'unit',
  needs: 'page',
  params: secretaryParams,
  variables: ['党组织', '书记'],
  check: ({ unit }, { organisations, secretary, unless }) =>
    unit.nominations
      .filter(({ category, declarations }) => category === organisations && !declarations[unless])
      .filter(organisation => !unit.nominations.some(({ linkedTo }) => linkedTo === organisation.id))
      .map(nomination => ({
        nomination,
        path: `answers.${secretary}`,
        values: { 党组织: nomination.name, 书记: String(nomination.answers[secretary] ?? '') },
      })),
})

/** Tells the clerk which nominees the system added because their organisation was put up. */
export const addedWithOrganisation = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: ['党组织'],
  check: ({ unit }) =>
    unit.nominations
      .filter(({ origin }) => origin === 'auto')
      .map(nomination => ({ nomination, values: { 党组织: organisationOf(nomination, unit) } })),
})

function organisationOf({ linkedTo }: NominationFacts, { nominations }: UnitFacts): string {
  return nominations.find(({ id }) => id === linkedTo)?.name ?? ''
}

/** Emphasis (重点推荐) stands only where the plan allows it. */
export const emphasisAllowed = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ categories: z.array(z.string()).min(1) }),
  variables: [],
  check: ({ nomination }, { categories }) =>
    nomination.emphasised && !categories.includes(nomination.category) ? [{ path: 'emphasised' }] : [],
})

/** Emphasis needs its reason, written in an answer of the form or as a reason of the rule. */
export const emphasisExplained = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { emphasised, emphasisReason } }) =>
    emphasised && !emphasisReason?.trim() ? [{ path: 'emphasisReason' }] : [],
})
