import { z } from 'zod'
import { categoryChoice, clause, count, key, words } from './words.ts'

/** What a photograph must be. Pixels are height by width of a portrait picture. */
export const photoRules = z.strictObject({
  background: z.enum(['blue', 'white', 'red', 'any']),
  minHeight: count.optional().describe('高度下限（像素）'),
  minWidth: count.optional().describe('宽度下限（像素）'),
  ratios: z
    .array(z.string().regex(/^\d+:\d+$/))
    .optional()
    .describe('宽高比，如 "35:53"'),
  tolerancePercent: z.number().min(0).max(20).default(3).describe('宽高比允许的偏差（百分比）'),
  formats: z
    .array(z.enum(['jpg', 'png']))
    .min(1)
    .default(['jpg']),
  fileNameIs: z.enum(['name', 'any']).default('any').describe('name：文件名须为推荐对象姓名'),
  description: words.describe('原文要求'),
})

/** How long a text may be, in characters as Word counts them (字数). `about` is “左右”: 80 %–120 %. */
export const textLimit = z.strictObject({
  max: count.positive().optional().describe('不超过（含本数）'),
  min: count.positive().optional().describe('不少于（含本数）'),
  about: count.positive().optional().describe('“左右”：80%—120% 以内不提示'),
})

export const material = z.strictObject({
  key,
  name: words.describe('材料名称'),
  kind: z.enum(['form', 'article', 'brief', 'photo', 'report', 'proof', 'ranking', 'opinions', 'minutes', 'other']),
  of: z.enum(['nominee', 'unit', 'candidate']).describe('每个推荐对象、每个推荐单位或每个候选对象一份'),
  categories: categoryChoice.default('all'),
  stage: key.describe('在哪个环节报送'),
  required: z.boolean().default(true),
  text: textLimit.optional().describe('字数要求'),
  photo: photoRules.optional(),
  sections: z.array(words).optional().describe('必须写到的内容'),
  sealed: z.boolean().default(false).describe('须加盖公章'),
  signedBy: words.optional().describe('须由谁签字'),
  copies: count.default(0).describe('纸质份数，0 为不报纸质'),
  profile: key.optional().describe('版式：documents.profiles 中的代号'),
  form: key.optional().describe('按哪张表填写：forms 中的代号'),
  clause,
  note: words.optional(),
})

/** A seal or signature that a nomination needs before the decision. */
export const seal = z.strictObject({
  key,
  name: words.describe('盖章栏名称，如“工作单位意见”'),
  by: words.describe('由谁盖章或签字'),
  categories: categoryChoice.default('all'),
  classes: z.array(key).optional().describe('只适用于这些单位类别'),
  order: count.optional().describe('先后次序；后一栏日期不得早于前一栏'),
  promisedAllowed: z.boolean().default(true).describe('可以先报电子版、承诺补章日期（待补章）'),
  printedLater: z.boolean().default(false).describe('由上级在盖章后的表上套打'),
  clause,
})

export type PlanMaterial = z.infer<typeof material>
export type PlanPhotoRules = z.infer<typeof photoRules>
export type PlanTextLimit = z.infer<typeof textLimit>
export type PlanSeal = z.infer<typeof seal>
