import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** A fault of one cell, as the clerk finds it in Excel: row number, heading, what stands there and what to do. */
const faultSchema = z.object({ row: z.number(), column: z.string(), value: z.string(), message: z.string() })
export type ImportFault = z.output<typeof faultSchema>

const changeSchema = z.object({
  row: z.number(),
  unit: z.string(),
  what: z.enum(['new', 'changed']),
  /** For a changed unit: heading, what is held now, what the file says. */
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
})
export type ImportChange = z.output<typeof changeSchema>

const countsSchema = z.object({
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  wrong: z.number(),
})

export const importReportSchema = z.object({
  counts: countsSchema,
  /** Of what would be done; sent with the confirmation, so that exactly this is done. */
  digest: z.string(),
  /** In the order of the file, at most 500; all of them are in the downloadable list. */
  faults: z.array(faultSchema),
  /** At most 200. */
  changes: z.array(changeSchema),
})
export type ImportReport = z.output<typeof importReportSchema>

export const importTemplate = endpoint({
  method: 'get',
  path: '/api/units/import/template',
  summary: '单位导入模板（Excel）',
  answer: z.unknown(),
})

export const exportUnits = endpoint({
  method: 'get',
  path: '/api/units/export',
  summary: '导出本单位及下级单位（Excel），可修改后再导入',
  answer: z.unknown(),
})

/** The three below take the .xlsx file itself as the request's body; nothing is kept between them. */
export const checkImport = endpoint({
  method: 'put',
  path: '/api/units/import/check',
  summary: '试导入：逐行检查，不写入',
  answer: importReportSchema,
})

export const listImportFaults = endpoint({
  method: 'put',
  path: '/api/units/import/faults',
  summary: '试导入发现的错误清单（Excel）',
  answer: z.unknown(),
})

export const applyImport = endpoint({
  method: 'put',
  path: '/api/units/import',
  summary: '确认导入',
  query: z.object({
    digest: z.string(),
    /** `all`: only if no row is wrong. `good`: the wrong rows are left out. */
    rows: z.enum(['all', 'good']).default('all'),
  }),
  answer: z.object({ counts: countsSchema }),
})
