import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const id = z.object({ id: z.coerce.number().int().positive() })
const key = z.string().max(48)

/** 一项一档: the form alone, its texts alone, or form and texts merged under the plan's name. */
export const nomineePapers = { form: '推荐表', article: '材料', file: '合并件' } as const
export type NomineePaper = keyof typeof nomineePapers

export const downloadNomineePaper = endpoint({
  method: 'get',
  path: '/api/selection/nominations/{id}/papers/{paper}/{format}',
  summary: '下载推荐表、材料或合并件（Word、PDF）',
  params: id.extend({ paper: z.enum(['form', 'article', 'file']), format: paperFormat }),
  answer: z.any(),
})

const choices = z.array(z.object({ key: z.string(), name: z.string() }))

/** What can be had here: kinds of file, and why one of them cannot be made on this server. */
export const getPaperFormats = endpoint({
  method: 'get',
  path: '/api/selection/paper-formats',
  summary: '本服务器能生成哪些文件',
  answer: z.object({ formats: z.array(paperFormat), missing: z.string().nullable() }),
})

export const listUnitPapers = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/papers',
  summary: '推荐单位的各种表（排序表、情况报告）',
  params: id,
  answer: z.object({ papers: choices }),
})

export const downloadUnitPaper = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/papers/{paper}/{format}',
  summary: '下载推荐单位的表（按已填内容）',
  params: id.extend({ paper: key, format: paperFormat }),
  answer: z.any(),
})

export const listBlankForms = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/blank-forms',
  summary: '空白表目录',
  params: id,
  answer: z.object({ forms: choices }),
})

export const downloadBlankForm = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/blank-forms/{form}/{format}',
  summary: '下载空白表（供手工填写）',
  params: id.extend({ form: key, format: paperFormat }),
  answer: z.any(),
})

export const downloadPlanForm = endpoint({
  method: 'get',
  path: '/api/selection/plans/{id}/blank-forms/{form}/{format}',
  summary: '下载方案中的空白表',
  params: id.extend({ form: key, format: paperFormat }),
  answer: z.any(),
})
