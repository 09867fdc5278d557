import { z } from 'zod'
import { categoryChoice, clause, count, key } from './words.ts'

const amounts = [
  z.strictObject({ kind: z.literal('fixed'), count: count.describe('名额，可以少报，不得多报') }),
  z.strictObject({ kind: z.literal('range'), min: count, max: count.describe('名额区间，如 6—10 名') }),
  z.strictObject({
    kind: z.literal('byPopulation'),
    populationKind: z.enum(['resident', 'registered']).default('resident'),
    below: count.describe('人口达不到任何一档时的名额'),
    steps: z
      .array(z.strictObject({ atLeast: z.number().int().positive().describe('人口下限（含本数）'), count }))
      .min(1)
      .describe('人口分档，由低到高'),
  }),
  z.strictObject({
    kind: z.literal('proportional'),
    measure: z.union([z.literal('population'), key]).describe('基数：population 或单位的 measures 中的代号'),
    per: z.number().int().positive().describe('每多少人（户、个）'),
    count: count.describe('给多少名额'),
    rounding: z.enum(['up', 'down', 'nearest']).default('nearest'),
    min: count.default(0),
    max: count.optional(),
  }),
  z.strictObject({
    kind: z.literal('share'),
    measure: z.union([z.literal('population'), key]),
    total: count.positive().describe('总名额，按基数在本类单位间分配（最大余数法）'),
    min: count.default(0),
  }),
  z.strictObject({ kind: z.literal('unlimited') }),
] as const

export const quotaAmount = z.discriminatedUnion('kind', amounts)

/** How many nominees one unit may put up in each of some categories. The first line that fits a unit counts. */
export const quotaLine = z.strictObject({
  classes: z.array(key).min(1).optional().describe('适用的单位类别'),
  units: z.array(key).min(1).optional().describe('适用的单位；与 classes 二选一，先列者优先'),
  categories: categoryChoice,
  amount: quotaAmount.describe('每个单位、每个类别的名额'),
  clause,
})

export const quotas = z.strictObject({
  lines: z.array(quotaLine).min(1),
  autoSecretaryInQuota: z
    .boolean()
    .default(false)
    .describe('因组织被推荐而自动产生的负责人是否占本单位名额（false：另计）'),
  warnIfNone: z.boolean().default(true).describe('各类别均未推荐时提示'),
})

export type PlanQuotaAmount = z.infer<typeof quotaAmount>
export type PlanQuotaLine = z.infer<typeof quotaLine>
