import { z } from 'zod'
import { categoryChoice, clause, count, key, words } from './words.ts'

const lettering = z.strictObject({
  font: words.describe('中文字体，如“仿宋”'),
  points: z.number().positive().max(200).describe('字号（磅）：三号 16，小四 12'),
  lineSpacing: z.number().positive().optional().describe('固定行距（磅）'),
  align: z.enum(['left', 'centre', 'right', 'justify']).optional(),
  blankLinesBefore: count.optional(),
  blankLinesAfter: count.optional(),
  template: words.optional().describe('固定写法，如“——{name}同志典型事迹材料”'),
})

/** How a paper is laid out. Lengths are centimetres, sizes points. */
export const documentProfile = z.strictObject({
  key,
  name: words,
  paper: z.enum(['A4', 'A3']).default('A4'),
  duplex: z.boolean().default(false).describe('正反面打印'),
  marginsCm: z.strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }).optional(),
  body: lettering,
  digitsFont: words.optional().describe('阿拉伯数字字体'),
  title: lettering.optional(),
  subtitle: lettering.optional(),
  heading1: lettering.optional(),
  heading2: lettering.optional(),
  pageNumber: lettering.extend({ pattern: words.default('1') }).optional(),
  clause,
})

/** One file or paper that is made from the data: how it is named, of what, how many. */
export const output = z.strictObject({
  key,
  name: words,
  of: z.enum(['nominee', 'unit', 'campaign']),
  categories: categoryChoice.default('all'),
  form: key.optional().describe('由哪张表生成：forms 中的代号'),
  materials: z.array(key).default([]).describe('合并进来的材料'),
  format: z.enum(['doc', 'docx', 'pdf', 'xls', 'xlsx', 'jpg']),
  fileName: words.optional().describe('文件名（不含扩展名），可用 {unit} {recommender} {category} {name} {year}'),
  copies: count.default(1).describe('纸质份数'),
  profile: key.optional(),
  clause,
})

export const documents = z.strictObject({
  profiles: z.array(documentProfile).default([]),
  outputs: z.array(output).default([]),
})

export type PlanDocumentProfile = z.infer<typeof documentProfile>
export type PlanOutput = z.infer<typeof output>
