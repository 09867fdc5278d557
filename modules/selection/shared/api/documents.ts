import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { id } from './plans.ts'

export const downloadForm = endpoint({
  method: 'get',
  path: '/api/selection/nominations/{id}/form.docx',
  summary: '下载推荐表（Word）',
  params: id,
  answer: z.any(),
})
