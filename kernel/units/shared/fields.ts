import { z } from 'zod'
import { type UnitKind, unitKindNames, unitKinds } from './kinds.ts'

const text = (label: string, max: number) => z.string().trim().max(max, `${label}最多${max}字`)

const fields = z.object({
  name: text('单位名称', 60)
    .min(2, '请输入单位名称，至少2个字')
    .regex(/^[^/\p{Cc}]*$/u, '单位名称里不能有“/”或换行'),
  /** As on a seal; the short name when left out. */
  fullName: text('单位全称', 120).default(''),
  kind: z.enum(unitKindNames, '类别须为：省、市、县区、乡镇街道、村社区、直属单位之一'),
  regionCode: z.string().trim().nullable().default(null),
  /** The office's own order; null keeps it, or puts a new unit last. */
  sortNo: z.int('排序须为整数').min(0, '排序不能小于0').max(1_000_000, '排序不能大于1000000').nullable().default(null),
  population: z
    .int('人口须为整数，单位是“人”')
    .min(0, '人口不能小于0')
    .max(2_000_000_000, '人口数过大')
    .nullable()
    .default(null),
  populationBasis: text('人口口径', 100).nullable().default(null),
})

/** What is said of a unit, by page and by Excel alike; each message names the fault and the way out. */
export const unitFieldsSchema = fields.superRefine((unit, ctx) => {
  const problem = codeProblem(unit.kind, unit.regionCode)
  if (problem) ctx.addIssue({ code: 'custom', path: ['regionCode'], message: problem })
  if (unit.population !== null && !unit.populationBasis)
    ctx.addIssue({
      code: 'custom',
      path: ['populationBasis'],
      message: '填了人口，还须填口径，如“第七次全国人口普查常住人口（2020年）”',
    })
})
export type UnitFields = z.output<typeof unitFieldsSchema>

/** GB/T 2260 (six digits), GB/T 10114 (nine), and the statistical code of villages (twelve). */
const codeProblem = (kind: UnitKind, code: string | null): string | null => {
  if (!code) return null
  const { label, digits } = unitKinds[kind]
  if (new RegExp(`^\\d{${digits}}$`).test(code)) return null
  const found = /^\d+$/.test(code) ? `现有${code.length}位` : '现有数字以外的字符'
  return `${label}的行政区划代码须为${digits}位数字，${found}`
}

const mobile = /^1[3-9]\d{9}$/
const landline = /^0\d{2,3}-?[1-9]\d{6,7}(-\d{1,6})?$/

/** A telephone as offices write it: a mobile, or a landline with its area code and extension. */
export const phoneSchema = z
  .string()
  .trim()
  .refine(
    phone => mobile.test(phone) || landline.test(phone),
    '电话须为11位手机号，或带区号的固定电话，如0379-63930000',
  )

export const personNameSchema = text('姓名', 50).min(1, '请输入姓名')

export const loginSchema = z
  .string()
  .trim()
  .regex(/^[a-zA-Z][\w.-]{1,63}$/, '账号须以字母开头，2—64位，只用字母、数字、“.”“-”“_”')
