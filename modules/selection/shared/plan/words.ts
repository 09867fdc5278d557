import { z } from 'zod'

/** A name inside the plan file: other parts of the plan refer to a thing by it. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,47}$/, 'key')
  .describe('代号：小写字母开头，由小写字母、数字和连字符组成')

/** Words a person reads. */
export const words = z.string().trim().min(1).max(4000)

/** A calendar day, `YYYY-MM-DD`, that exists (no 30 February). */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'day-format')
  .refine(isRealDay, 'day-impossible')
  .describe('日期，写作 2021-12-30')

/** Six digits of GB/T 2260. */
export const regionCode = z
  .string()
  .regex(/^\d{6}$/, 'region-code')
  .describe('六位行政区划代码（GB/T 2260）')

export const clause = words.describe('出处：文件名称和条款').optional()

/** A share of a whole, in percent. */
export const percent = z.number().min(0).max(100)

export const count = z.number().int().min(0).max(1_000_000)

/** Either every category of the plan or some of them by key. */
export const categoryChoice = z
  .union([z.literal('all'), z.array(key).min(1)])
  .describe('适用类别：all 或类别代号的列表')

function isRealDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
