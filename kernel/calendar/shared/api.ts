import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const date = z.iso.date()

const calendar = z.object({
  version: z.string(),
  years: z.array(z.number()).readonly(),
  off: z.record(date, z.string()).readonly(),
  makeup: z.record(date, z.string()).readonly(),
  sources: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
})

/** The calendar as a browser may hold it; public, as the notices are. */
export const getCalendar = endpoint({
  method: 'get',
  path: '/api/calendar',
  summary: '工作日历（放假与调休安排）',
  answer: calendar,
})

const previewedDay = z.object({ date, weekday: z.number(), working: z.boolean(), name: z.string() })
export type PreviewedDay = z.output<typeof previewedDay>

const preview = z.object({
  year: z.number().nullable(),
  /** A whole year's arrangement, or single holidays of a year on file. */
  complete: z.boolean(),
  holidays: z.array(z.object({ name: z.string(), off: z.array(date), work: z.array(date) })),
  days: z.array(previewedDay),
  changes: z.array(z.object({ date, before: z.string(), after: z.string() })),
  unread: z.array(z.string()),
  problems: z.array(z.string()),
})
export type NoticePreview = z.output<typeof preview>

/** A pasted notice or table; a real one has under 3,000 characters. */
const pasted = z
  .string()
  .trim()
  .min(1, '请粘贴通知全文或表格。')
  .max(20_000, '内容过长。一份放假通知不超过2万字，请只粘贴通知本身。')

export const previewImport = endpoint({
  method: 'post',
  path: '/api/calendar/notices/preview',
  summary: '试读放假通知（不保存）',
  body: z.object({ text: pasted }),
  answer: preview,
})

export const importNotice = endpoint({
  method: 'post',
  path: '/api/calendar/notices',
  summary: '导入放假通知',
  body: z.object({
    text: pasted,
    source: z.string().trim().min(2, '请填写依据，例如“国办发明电〔2025〕7号”。').max(200, '依据不超过200字。'),
  }),
  answer: z.object({ year: z.number(), version: z.string() }),
})

const importedNotice = z.object({
  id: z.number(),
  year: z.number(),
  source: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
})
export type ImportedNotice = z.output<typeof importedNotice>

export const listImports = endpoint({
  method: 'get',
  path: '/api/calendar/notices',
  summary: '已导入的放假通知',
  answer: z.object({ notices: z.array(importedNotice), mayImport: z.boolean() }),
})
