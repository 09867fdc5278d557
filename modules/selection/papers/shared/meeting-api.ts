import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

export const meetingPapers = ['request', 'list', 'deeds', 'checks', 'minutes'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

export const downloadMeetingPaper = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/stages/{stage}/decision/papers/{part}/{format}',
  summary: '下载会议材料（Word、PDF）',
  params: z.object({
    id: z.coerce.number().int().positive(),
    stage: z.string().max(48),
    part: z.enum(meetingPapers),
    format: paperFormat,
  }),
  answer: z.any(),
})
