import { z } from 'zod'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { bindingSchema } from '../rules/binding.ts'
import { category } from './categories.ts'
import { checklist, department, exclusion } from './departments.ts'
import { documents } from './documents.ts'
import { material, seal } from './materials.ts'
import { quotas } from './quotas.ts'
import { stage, structureShare } from './stages.ts'
import { unit, unitClass } from './units.ts'
import { day, key, regionCode, words } from './words.ts'

/** A part of the plan that stands in a file of its own beside `plan.yaml`. */
export const partFile = z.strictObject({ file: words.describe('同目录下的文件名，如 units.yaml、forms/person.yaml') })

const notice = z.strictObject({
  title: words.describe('通知标题'),
  number: words.optional().describe('发文字号'),
  issuer: words.describe('发文机关'),
  issuedOn: day.optional().describe('成文日期'),
  addressees: z.array(words).default([]).describe('主送单位'),
  source: words.optional().describe('说明：原文缺什么、以何为准'),
})

const basis = z.strictObject({
  title: words.describe('依据文件'),
  number: words.optional(),
  draft: z.boolean().default(false).describe('征求意见稿'),
})

const approval = z.strictObject({ by: words.describe('批准机关'), number: words.optional(), on: day.optional() })

const frame = {
  format: z.literal(1).describe('方案格式版本，现为 1'),
  id: key.describe('方案代号，如 luoyang-2021'),
  title: words.describe('活动全称'),
  shortTitle: words.describe('简称'),
  notice: notice.describe('印发方案的文件'),
  organiser: z
    .strictObject({ name: words.describe('主办单位'), office: words.optional().describe('具体承办处室') })
    .describe('主办单位'),
  decider: words.describe('审定机关'),
  basis: z.array(basis).default([]).describe('依据'),
  approval: approval.nullable().describe('评比达标表彰的批准依据；没有的写 null，会提示'),
  administrative: z.enum(['province', 'city', 'county', 'township']).describe('由哪一级组织'),
  region: z.strictObject({ code: regionCode, name: words }).describe('活动范围'),
  year: z.number().int().min(2004).max(2100).describe('活动年度'),
  purpose: words.optional().describe('目的，公示和请示中用'),
  calendar: z
    .strictObject({
      countPublishDay: z.boolean().default(false).describe('公示发布当日是否计入（默认不计，次一工作日为第1日）'),
    })
    .default({ countPublishDay: false }),
  settings: z
    .array(z.strictObject({ key, name: words.describe('如“受理公示异议的电话”'), required: z.boolean().default(true) }))
    .default([])
    .describe('联系人、电话、邮箱、地址由主办单位在推选总览的“联系方式”中填写，方案里只列出要填哪些'),
  unitClasses: z.array(unitClass).min(1).describe('推荐单位的类别'),
  categories: z.array(category).min(1).describe('推选类别'),
  quotas: quotas.describe('名额'),
  structure: z.array(structureShare).default([]).describe('结构比例要求'),
  materials: z.array(material).default([]).describe('报送材料'),
  seals: z.array(seal).default([]).describe('盖章签字'),
  departments: z.array(department).default([]).describe('征求意见的部门'),
  exclusions: z.array(exclusion).default([]).describe('不再重复参与的名单'),
  checklists: z.array(checklist).default([]).describe('推荐条件以外的审核清单'),
  stages: z.array(stage).min(1).describe('环节，按先后次序'),
  documents: documents.default({ profiles: [], outputs: [] }).describe('公文和文件的版式、份数、命名'),
  requirements: z.array(words).default([]).describe('工作要求'),
}

const units = z.array(unit).describe('推荐单位，按公文次序')
const forms = z.record(key, FormDefinition).describe('表格')
const rules = z.array(bindingSchema).describe('规则')

/** A whole plan: `plan.yaml` with every part that stood in another file put in its place. */
export const planShape = z.strictObject({ ...frame, units, forms, rules: rules.default([]) })

/** What one may write in `plan.yaml`: the parts inline, or the names of their files. Editors check against this. */
export const PlanFile = z.strictObject({
  ...frame,
  units: z.union([units, partFile]),
  forms: z.record(key, z.union([FormDefinition, partFile])),
  rules: z.union([rules, partFile]).optional(),
})
