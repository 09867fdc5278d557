import { z } from 'zod'
import { clause, count, key, words } from './words.ts'

/** What a category honours. */
export const subject = z.enum(['person', 'organisation', 'project'])

/** One condition of the notice; it is also one line of the reviewer's checklist. */
export const condition = z.strictObject({
  key,
  title: words.optional().describe('小标题，如“引领性强”'),
  text: words.describe('条件原文'),
  evidence: z.array(words).optional().describe('审核时要看的材料'),
  clause,
})

export const category = z.strictObject({
  key,
  name: words.describe('类别全称，表格和文件名中用'),
  shortName: words.optional(),
  subject: subject.describe('推荐的是：person 个人，organisation 组织，project 项目'),
  form: key.describe('本类别填写的表：forms 中的代号'),
  awards: count.positive().nullable().describe('表彰数额；方案未定的写 null，审定前再定'),
  candidates: z
    .union([
      z.strictObject({ count: count.positive().describe('候选对象数') }),
      z.strictObject({ ratio: z.number().min(1).max(10).describe('候选对象与表彰数额之比，1.5 即差额 50%') }),
    ])
    .optional()
    .describe('差额：候选对象的数量或比例'),
  eligible: z.array(words).min(1).describe('推荐范围：谁可以被推荐'),
  notEligible: z.array(words).default([]).describe('不予推荐的情形'),
  conditions: z.array(condition).default([]),
  priority: z.array(condition).default([]).describe('同等条件下优先考虑的情形；只作提示，不作否决'),
  notTogetherWith: z.array(key).default([]).describe('同一对象不得同时列入的类别'),
  leaderBecomes: key.optional().describe('被推荐组织的负责人自动成为哪一类别的推荐对象'),
  tags: z
    .array(
      z.strictObject({
        key,
        name: words,
        options: z.array(words).default([]).describe('可选的内容；不列的由推荐单位自己写'),
        clause,
      }),
    )
    .default([])
    .describe('填报时要选的标签，如重点任务'),
})

export type PlanCategory = z.infer<typeof category>
export type PlanCondition = z.infer<typeof condition>
export type PlanSubject = z.infer<typeof subject>
