import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

export const downloadCertificate = endpoint({
  method: 'get',
  path: '/api/selection/honours/{id}/certificate/{format}',
  summary: '下载荣誉证书',
  params: z.object({ id: z.coerce.number().int().positive(), format: z.enum(['pdf', 'docx']) }),
  answer: z.any(),
})
