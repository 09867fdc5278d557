import { z } from 'zod'
import { traitsOf } from './answer.ts'
import type { NominationFacts } from './facts.ts'
import { rule } from './rule.ts'
import { shareOf } from './share.ts'

const percent = z.number().min(0).max(100)
const trait = { field: z.string(), values: z.array(z.string()).min(1).default(['是']) }
const least = z.strictObject({ ...trait, percent })
const most = z.strictObject({ ...trait, percent })
const dominant = z.strictObject({ field: z.string(), percent })

const leastVariables = ['n', 'k', 'p', 'q', 'm'] as const
const mostVariables = ['n', 'k', 'p', 'q'] as const
const dominantVariables = ['行业', 'p', 'q'] as const

/** At least this share of a unit's nominees are such (基层党务干部不少于30%). */
export const shareAtLeast = rule({
  scope: 'unit',
  needs: 'page',
  params: least,
  variables: leastVariables,
  check: ({ unit }, params) => tooFew(unit.nominations, params),
})

/** The same over the whole list a campaign has before it. */
export const listShareAtLeast = rule({
  scope: 'campaign',
  needs: 'server',
  params: least,
  variables: leastVariables,
  check: ({ campaign }, params) => tooFew(campaign.list, params),
})

/** At most this share of a unit's nominees are such (严控比例). */
export const shareAtMost = rule({
  scope: 'unit',
  needs: 'page',
  params: most,
  variables: mostVariables,
  check: ({ unit }, params) => tooMany(unit.nominations, params),
})

export const listShareAtMost = rule({
  scope: 'campaign',
  needs: 'server',
  params: most,
  variables: mostVariables,
  check: ({ campaign }, params) => tooMany(campaign.list, params),
})

/** No single value of an answer (one sector) makes up more than this share of a unit's list. */
export const noneDominates = rule({
  scope: 'unit',
  needs: 'page',
  params: dominant,
  variables: dominantVariables,
  check: ({ unit }, params) => dominating(unit.nominations, params),
})

export const listNoneDominates = rule({
  scope: 'campaign',
  needs: 'server',
  params: dominant,
  variables: dominantVariables,
  check: ({ campaign }, params) => dominating(campaign.list, params),
})

function tooFew(list: NominationFacts[], { field, values, percent: share }: z.infer<typeof least>) {
  const [n, k, need] = [list.length, having(list, field, values), shareOf(list.length, share)]
  return k < need ? [{ values: { n, k, p: percentOf(k, n), q: share, m: need - k } }] : []
}

function tooMany(list: NominationFacts[], { field, values, percent: share }: z.infer<typeof most>) {
  const [n, k] = [list.length, having(list, field, values)]
  return k * 100 > share * n + 1e-9 ? [{ values: { n, k, p: percentOf(k, n), q: share } }] : []
}

/** One nominee alone is no structure: a list is looked at from two names on. */
function dominating(list: NominationFacts[], { field, percent: share }: z.infer<typeof dominant>) {
  if (list.length < 2) return []
  return [...new Set(list.flatMap(nomination => traitsOf(nomination, field)))]
    .map(value => ({ value, k: having(list, field, [value]) }))
    .filter(({ k }) => k * 100 > share * list.length + 1e-9)
    .map(({ value, k }) => ({ values: { 行业: value, p: percentOf(k, list.length), q: share } }))
}

function having(list: NominationFacts[], field: string, values: string[]): number {
  return list.filter(nomination => traitsOf(nomination, field).some(value => values.includes(value))).length
}

/** A share in percent, to one decimal place. */
const percentOf = (part: number, whole: number) => Math.round((part * 1000) / whole) / 10
