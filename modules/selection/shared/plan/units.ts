import { z } from 'zod'
import { clause, count, key, regionCode, words } from './words.ts'

/** What kind of population a figure counts: residents (常住) or registered households (户籍). */
export const populationKind = z.enum(['resident', 'registered'])

export const population = z
  .strictObject({
    value: z.number().int().positive().describe('人数'),
    year: z.number().int().min(1949).max(2100).describe('统计年份'),
    kind: populationKind.describe('口径：resident 常住人口，registered 户籍人口'),
    source: words.describe('来源：公报或年鉴的名称'),
  })
  .describe('人口，供按人口定名额时使用')

/** A class of recommending units that the notice treats alike (县区, 市直单位 …). */
export const unitClass = z.strictObject({
  key,
  name: words.describe('类别名称，如“县区”'),
  open: z.boolean().default(false).describe('名单未列尽（“等单位”）：发布后仍可增加单位'),
  recommenderEnding: words.optional().describe('推荐单位落款应有的结尾，如“党史学习教育领导小组”'),
  recommenderExcludes: words.optional().describe('推荐单位落款不得含有的字样'),
  seal: words.optional().describe('加盖何种印章，如“省辖市党史学习教育领导小组办公室印章”'),
  note: words.optional(),
  clause,
})

/** One recommending unit. Order in the list is the official order. */
export const unit = z.strictObject({
  key,
  name: words.describe('简称，表格和页面上用'),
  fullName: words.describe('全称'),
  class: key.describe('所属单位类别的代号'),
  regionCode: regionCode.optional(),
  under: key.optional().describe('上级推荐单位的代号：下级先报给它，逐级推荐'),
  population: population.optional(),
  measures: z.record(key, count).optional().describe('按比例定名额所用的基数，如 party-members: 1200'),
  recommender: words.optional().describe('推荐单位落款'),
  formerNames: z.array(words).optional(),
  note: words.optional(),
})

export type PlanPopulation = z.infer<typeof population>
export type PlanUnitClass = z.infer<typeof unitClass>
export type PlanUnit = z.infer<typeof unit>
