import { z } from 'zod'
import { categoryChoice, clause, key, words } from './words.ts'

/** A department asked for its opinion. Names are data: offices are renamed and merged. */
export const department = z.strictObject({
  key,
  name: words.describe('表上所印名称，如“纪检部门”'),
  currentName: words.optional().describe('机构改革后的名称'),
  note: words.optional(),
})

/** Earlier winners (or any other list) that the notice does not want again. */
export const exclusion = z.strictObject({
  key,
  name: words.describe('称呼，如“省‘三个100’”'),
  from: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('campaign'), plan: key.optional(), title: words }),
      z.strictObject({
        kind: z.literal('register'),
        title: words.describe('荣誉名册名称'),
        sinceYear: z.number().int().optional(),
      }),
    ])
    .describe('名单从哪里来：另一次推选，或荣誉名册'),
  categories: categoryChoice.default('all'),
  severity: z.enum(['block', 'reason']).describe('block 不得推荐；reason 原则上不推荐，写明理由可以'),
  recheckAt: z.array(key).default([]).describe('在哪些环节再核对一次'),
  text: words.describe('原文'),
  clause,
})

/** A list that somebody goes through and ticks, beyond the conditions of the categories. */
export const checklist = z.strictObject({
  key,
  title: words,
  stage: key,
  categories: categoryChoice.default('all'),
  items: z.array(z.strictObject({ key, text: words, clause })).min(1),
})

export type PlanDepartment = z.infer<typeof department>
export type PlanExclusion = z.infer<typeof exclusion>
export type PlanChecklist = z.infer<typeof checklist>
