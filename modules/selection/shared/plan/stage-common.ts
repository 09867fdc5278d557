import { z } from 'zod'
import { clause, day, key, words } from './words.ts'

/** Who acts in a stage. */
export const actor = z.enum(['units', 'organiser', 'departments', 'experts', 'decider', 'public'])

/** Named acts by which a stage changes the pool beside its ordinary outcome. */
export const act = z.enum(['succeed', 'add', 'move'])

/** Fields of every stage, whatever its kind. */
export const stageFields = {
  key,
  title: words.describe('环节名称，如“择优推荐”'),
  by: actor.describe(
    '由谁办理：units 推荐单位，organiser 主办单位，departments 部门，experts 专家，decider 审定机关，public 公众',
  ),
  byName: words.optional().describe('办理者的具体称呼'),
  level: z.enum(['unit', 'organiser']).describe('unit 在推荐单位一级办，organiser 在主办单位一级办'),
  within: key.optional().describe('属于哪个推荐环节之内：须在那个环节截止前办完'),
  after: z.array(key).optional().describe('排在哪些环节之后；不写就是排在上一个环节之后'),
  categories: z.array(key).min(1).optional().describe('只适用于这些类别'),
  opens: day.optional().describe('开始日期'),
  dueBy: day.optional().describe('截止日期，含当日24时'),
  closes: day.optional().describe('结束日期；不写就是截止日期'),
  when: words.optional().describe('没有确定日期时的说法，如“择机”“七一前夕”'),
  acts: z.array(act).default([]).describe('允许的动议：succeed 递补，add 增补，move 调整类别'),
  does: words.optional().describe('办什么，用一两句话说清'),
  clause,
}

/** Reads a total ranking out of several stages: weights in percent that add up to 100. */
export const rankBy = z
  .array(z.strictObject({ stage: key, weight: z.number().positive().max(100).describe('权重（百分比）') }))
  .min(1)
  .describe('综合得分：各环节得分的权重，合计 100')
